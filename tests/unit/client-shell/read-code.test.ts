import { describe, expect, it } from 'vitest';
import { readCode } from '#client/views/start/read-code.ts';
import { start } from '#shared/i18n/sv/start.ts';

const read = (typed: string) => readCode(typed, start.code);

describe('a code as somebody types it', () => {
  it.each(['ACD346', 'acd346', 'acd 346', ' AcD-346 '])('is read from “%s”', (typed) => {
    expect(read(typed)).toEqual({ ok: true, value: 'ACD346' });
  });

  it.each([
    ['', 'Skriv koden.'],
    ['   ', 'Skriv koden.'],
    ['acd34', 'Koden har sex tecken. Du har skrivit 5.'],
    ['acd3467', 'Koden har sex tecken. Det här är 7.'],
    ['acd 0o1', 'Kontrollera 0, O, 1. Tecken som är lätta att blanda ihop finns inte i någon kod.'],
    ['åäö', 'Kontrollera Å, Ä, Ö. Tecken som är lätta att blanda ihop finns inte i någon kod.'],
  ])('“%s” is answered with what is wrong', (typed, error) => {
    expect(read(typed)).toEqual({ ok: false, error });
  });
});
