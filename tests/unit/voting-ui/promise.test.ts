import { describe, expect, it } from 'vitest';
import { voting as sv } from '#shared/i18n/sv/voting.ts';

describe('what voters are promised', () => {
  it('says of a named ballot that it can be changed and that everyone will see it', () => {
    expect(sv.promise({ electorate: 'individual', secrecy: 'named' })[0]).toBe(
      'Namngiven: rösten kan ändras tills omröstningen stängs. När resultatet visas ser alla vem som röstat på vad.',
    );
  });

  it('says of a secret ballot that it is final, unlinked, and that having voted is recorded', () => {
    expect(sv.promise({ electorate: 'individual', secrecy: 'secret' })[0]).toBe(
      'Hemlig: rösten är slutgiltig när den lämnas och kan inte kopplas till dig. Att du har röstat antecknas, men inte på vad.',
    );
  });

  it('never promises a group’s member that the ballot is theirs alone', () => {
    for (const secrecy of ['named', 'secret'] as const)
      expect(sv.promise({ electorate: 'group', secrecy })[0]).not.toMatch(/\bdig\b|\bdu\b/u);
  });

  it('always says that not even the leader sees more than the turnout before the release', () => {
    for (const electorate of ['individual', 'group'] as const)
      for (const secrecy of ['named', 'secret'] as const)
        expect(sv.promise({ electorate, secrecy }).at(-1)).toContain('inte heller workshopledaren');
  });
});

it('never calls a result a decision', () => {
  const texts = JSON.stringify(sv, (_key, value: unknown) =>
    typeof value === 'function' ? String(value) : value,
  );
  expect(texts).not.toMatch(/beslut/iu);
  expect(sv.advisory).toBe('Gruppens inriktning, rådgivande');
});
