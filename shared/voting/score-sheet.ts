import { must } from '#shared/kernel/assert.ts';

/** A running whole number for each option of a poll, and for no other. */
export type ScoreSheet = Map<string, number>;

export function blankSheet(optionIds: readonly string[]): ScoreSheet {
  return new Map(optionIds.map((option) => [option, 0]));
}

/** Throws for an option the sheet was not made for: a parsed ballot has none, and a miscount must not pass quietly. */
export function addScore(sheet: ScoreSheet, option: string, score: number): void {
  sheet.set(option, scoreOn(sheet, option) + score);
}

/** Throws as `addScore` does. */
export function scoreOn(sheet: ScoreSheet, option: string): number {
  return must(sheet.get(option), 'option on the score sheet');
}
