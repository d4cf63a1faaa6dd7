import { createContext } from 'svelte';
import type { Router } from './router.svelte.ts';
import type { Theme } from './theme.svelte.ts';

/** Where the person is. Made once, in `main.ts`. */
export const [getRouter, setRouter] = createContext<Router>();

/** Light or dark. */
export const [getTheme, setTheme] = createContext<Theme>();
