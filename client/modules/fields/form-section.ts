import type { InventoryMessages } from '#shared/i18n/sv/inventory.ts';

/** A part of a form: fields that are filled in together, under a legend of their own unless they lead the form. */
export interface FormSection {
  readonly legend: keyof InventoryMessages['form']['sections'] | null;
  readonly keys: readonly string[];
}
