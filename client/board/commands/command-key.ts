/** The key of a command. Ctrl stands for Command where keyboards have that. */
export interface CommandKey {
  /** As in `KeyboardEvent.key`, letters in lower case. */
  readonly key: string;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  /** The browser itself makes an event of this key (copy, cut, paste): it is shown, never listened for. */
  readonly isBrowsers?: boolean;
}

/** The parts of a `KeyboardEvent` that matter. */
interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export function isKeyOf(key: CommandKey, press: KeyPress): boolean {
  if (press.altKey || key.isBrowsers === true) return false;
  if (press.key.toLowerCase() !== key.key.toLowerCase()) return false;
  if ((press.ctrlKey || press.metaKey) !== (key.ctrl === true)) return false;
  // A sign such as `?` has Shift in it on one keyboard and not on another.
  return isSign(key.key) || press.shiftKey === (key.shift === true);
}

const isSign = (key: string): boolean => key.length === 1 && key.toLowerCase() === key.toUpperCase();
