/**
 * The value of a property the holder itself carries as plain data, else undefined. Nothing inherited is read and no
 * getter of the sender runs, so what was checked is also what is used.
 */
export function ownValue(holder: object, key: PropertyKey): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}

/** The items of a list, holes as undefined. Walks the whole length, so bound the length first. */
export function ownItems(list: readonly unknown[]): readonly unknown[] {
  return Array.from({ length: list.length }, (_, index) => ownValue(list, index));
}

/** An object such as a decoder makes: no array, no class instance, nothing with a borrowed prototype. */
export function isPlainRecord(input: unknown): input is object {
  if (typeof input !== 'object' || input === null) return false;
  const prototype: unknown = Object.getPrototypeOf(input);
  return prototype === Object.prototype || prototype === null;
}
