import type { BoardMessages } from '#shared/i18n/sv/board.ts';

type Commands = BoardMessages['commands'];

/** The keys that are no commands on what is selected (`keys/key-commands.ts`), as the help sheet tells them. */
export const BOARD_KEYS: readonly {
  readonly id: keyof Commands['help']['keys'];
  /** Each a way to do it: names of keys, held together. */
  readonly ways: readonly (readonly string[])[];
}[] = [
  { id: 'nextCard', ways: [['Tab'], ['shift', 'Tab']] },
  { id: 'firstCard', ways: [['Home'], ['End']] },
  { id: 'move', ways: [['arrows']] },
  { id: 'pan', ways: [['arrows']] },
  { id: 'write', ways: [['Enter'], ['F2']] },
  { id: 'select', ways: [['space']] },
  { id: 'selectAll', ways: [['ctrl', 'A']] },
  { id: 'menu', ways: [['M']] },
  { id: 'contextMenu', ways: [['shift', 'F10']] },
  { id: 'oneOfGroup', ways: [['alt', 'click']] },
  { id: 'leave', ways: [['Escape']] },
  { id: 'undo', ways: [['ctrl', 'Z']] },
  {
    id: 'redo',
    ways: [
      ['ctrl', 'shift', 'Z'],
      ['ctrl', 'Y'],
    ],
  },
  { id: 'zoom', ways: [['+'], ['−']] },
  { id: 'naturalSize', ways: [['0']] },
  { id: 'fit', ways: [['1']] },
  { id: 'note', ways: [['N']] },
  { id: 'item', ways: [['I']] },
  { id: 'choice', ways: [['K']] },
  { id: 'tools', ways: [['V'], ['H']] },
];

export function wayLabel(names: Commands['keyNames'], way: readonly string[]): string {
  const named: Readonly<Record<string, string | undefined>> = names;
  return way.map((key) => named[key] ?? key).join('+');
}
