// What everybody reads first, in one file: on a poor link each file is a wait of its own.
export { common } from '#shared/i18n/en/common.ts';
export { start } from '#shared/i18n/en/start.ts';
