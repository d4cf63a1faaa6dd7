// What everybody reads inside a workshop, in one file.
export { inventory } from '#shared/i18n/sv/inventory.ts';
export { session } from '#shared/i18n/sv/session.ts';
