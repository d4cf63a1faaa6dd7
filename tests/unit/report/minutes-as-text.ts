import type { Minutes, MinutesBlock, MinutesTable } from '#shared/report/minutes.ts';

/** Minutes as plain text, for golden files that a person can read and judge. */
export const minutesAsText = (minutes: Minutes): string =>
  [
    minutes.title,
    ...minutes.subtitle,
    '',
    minutes.standing,
    ...minutes.sections.flatMap(({ heading, blocks }) => ['', heading, '', ...blocks.flatMap(blockLines)]),
    '',
  ].join('\n');

function blockLines(block: MinutesBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text];
    case 'subheading':
      return ['', block.text];
    case 'bullets':
      return block.bullets.flatMap(({ lead, text, source }) => [
        `${block.labelled ? '' : '- '}${lead === '' ? '' : `${lead}${lead.endsWith('?') ? '' : ':'} `}${text.replaceAll('\n', '\n  ')}`,
        ...(source === '' ? [] : [`  (${source})`]),
      ]);
    case 'table':
      return tableLines(block);
  }
}

const tableLines = ({ caption, columns, rows }: MinutesTable): readonly string[] => [
  `[${caption}]`,
  columns.map((column) => column.heading).join('\t'),
  ...rows.map((row) => row.join('\t')),
];
