import { describe, expect, it } from 'vitest';
import { parseMinutes } from '#client/views/facilitator/parse-minutes.ts';

describe('minutes as a leader types them', () => {
  it.each([
    ['25', 25],
    [' 5 ', 5],
    ['5 min', 5],
    ['90 minuter', 90],
    ['1 minute', 1],
    ['480', 480],
  ])('reads %j as %i', (input, minutes) => {
    expect(parseMinutes(input, 480)).toBe(minutes);
  });

  it.each(['', '0', '-5', '2,5', '2.5', '481', '12345', 'fem', '5 timmar'])('refuses %j', (input) => {
    expect(parseMinutes(input, 480)).toBeNull();
  });
});
