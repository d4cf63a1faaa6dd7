/* global fetch, innerWidth, innerHeight, location, window */

/** What the address asks for: which board, and the board point in the middle of the first view, with its zoom. */
const asked = new URLSearchParams(location.search);

/** A visit to make the peer's own file of a board, before anything is measured. */
export const isPreparing = asked.has('prepare');

export const FILLS = {
  idea: '#ffe98a',
  need: '#bcdcff',
  question: '#dccbff',
  risk: '#ffc4c4',
  strength: '#c2e8b0',
};
export const INKS = { ink: '#1e1e1e', blue: '#1b5fb5', red: '#b3261e' };

export const plainBoard = async () => (await fetch(`/boards/plain-${asked.get('size')}.json`)).json();
export const ownFile = async (peer) => (await fetch(`/boards/${peer}-${asked.get('size')}.json`)).json();

/** The board point in the top left corner, and how many CSS pixels a board unit is. */
export function startView() {
  const zoom = Number(asked.get('zoom'));
  return {
    x: Number(asked.get('x')) - innerWidth / 2 / zoom,
    y: Number(asked.get('y')) - innerHeight / 2 / zoom,
    zoom,
  };
}

/** What the benchmark takes hold of the board by. */
export function publish(board) {
  window.benchBoard = board;
}

export function publishFile(file) {
  window.benchFile = JSON.stringify(file);
}
