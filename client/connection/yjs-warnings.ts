// Stands in for `lib0/logging` in the browser; see vite.config.ts. The exports are those that Yjs uses.

const NO_STYLE = '';
export { NO_STYLE as BOLD, NO_STYLE as ORANGE, NO_STYLE as RED, NO_STYLE as UNBOLD };

export const { info: print, warn } = console;
