import type { FieldType } from '#shared/content/field.ts';
import type { NumberFault } from '#shared/content/number-input-fault.ts';
import type { InventoryMessages } from '#shared/i18n/sv/inventory.ts';

/** Faults whose cure is best told by example. */
const SHOWN_BY_EXAMPLE: ReadonlySet<NumberFault> = new Set(['not-a-number', 'ambiguous', 'wrong-unit']);

/** What stands beside a field whose text is no value of it: what is wrong, how it can be written, and what is saved meanwhile. */
export function numberFaultText(
  t: InventoryMessages,
  type: FieldType,
  fault: NumberFault,
  stored: string,
): string {
  const examples: Readonly<Partial<Record<FieldType, string>>> = t.numberExamples;
  return [
    t.numberFaults[fault],
    SHOWN_BY_EXAMPLE.has(fault) ? examples[type] : undefined,
    stored === '' ? t.notStored : t.storedValue(stored),
  ]
    .filter(Boolean)
    .join(' ');
}
