import { createContext } from 'svelte';
import type { Page, Session } from './types.ts';

/** The session of the workshop on screen. */
export const [getSession, setSession] = createContext<Session>();

/** The page on screen: a getter, because the page changes with the agenda while the view stays. */
export const [getPage, setPage] = createContext<{ readonly current: Page | null }>();
