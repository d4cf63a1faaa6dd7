import { createContext } from 'svelte';
import type { BoardModel } from './board-model.svelte.ts';

/** The whiteboard on screen. */
export const [getBoard, setBoard] = createContext<BoardModel>();
