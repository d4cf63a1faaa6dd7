import { circumstancesSince, inWords } from '../../sync/report/circumstances.ts';
import { tableLines } from '../../sync/report/table.ts';
import { writeResults } from '../../sync/report/write-results.ts';
import type { BoardOptions } from '../options.ts';
import { compareRound, missingIn, type Round } from './board-comparison.ts';

export interface BoardReport {
  readonly started: Date;
  readonly browser: string;
  readonly options: BoardOptions;
  readonly rounds: readonly Round[];
}

/** Prints the tables and writes them beside the other results. */
export async function writeBoardReport({ started, browser, options, rounds }: BoardReport): Promise<void> {
  const circumstances = circumstancesSince(started);
  const sections = rounds.flatMap(sectionLines);
  console.log(['', ...sections].join('\n'));
  const warning =
    options.name === 'board' ? '' : ', part of a run: good for finding faults, not for comparing';
  await writeResults(options.name, {
    json: { ...circumstances, browser, rounds: rounds.map(plainRound) },
    markdown: [
      '# The whiteboard, measured',
      '',
      `${inWords(circumstances)}; Chromium ${browser}, without a graphics processor${warning}.`,
      '',
      ABOUT,
      '',
      ...sections,
    ].join('\n'),
  });
}

const ABOUT = `The same board for everybody: notes in rows and a tenth as many lines across them, on 1,280 × 800 pixels of board. All open on what ours opens
on. _Near_: some thirty notes in view. _Zoomed out_: the whole board, or as far out as the program goes; how many notes that is stands in the table. The
bytes are a first visit’s, without what is on the board. Ours has the server, a seat and the saving with it; others’ moves come over its socket from five other
seats. The peers have pages of files, and their moves are handed to them in the page.`;

const sectionLines = (round: Round): readonly string[] => [
  `## ${round.size.toLocaleString('en')} objects${round.throttle === 1 ? '' : `, processor ${round.throttle}× slower`}`,
  '',
  ...tableLines(compareRound(round)),
  '',
  ...missingIn(round).map((reason) => `Not measured: ${reason}.\n`),
];

const plainRound = ({ size, throttle, outcomes }: Round) => ({
  size,
  throttle,
  contenders: [...outcomes].map(([{ id, title }, outcome]) => ({ id, title, outcome })),
});
