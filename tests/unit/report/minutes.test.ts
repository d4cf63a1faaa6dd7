import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { common as commonEn } from '#shared/i18n/en/common.ts';
import { inventory as inventoryEn } from '#shared/i18n/en/inventory.ts';
import { review as reviewEn } from '#shared/i18n/en/review.ts';
import { common as commonSv } from '#shared/i18n/sv/common.ts';
import { inventory as inventorySv } from '#shared/i18n/sv/inventory.ts';
import { review as reviewSv } from '#shared/i18n/sv/review.ts';
import { governance2018 } from '#shared/modules/demo/governance-2018.ts';
import { sjobacka } from '#shared/modules/demo/sjobacka.ts';
import { buildMinutes } from '#shared/report/build-minutes.ts';
import { buildReview } from '#shared/report/build-review.ts';
import { promptHeading } from '#shared/report/note-groups.ts';
import type { MinutesWords } from '#shared/report/minutes-words.ts';
import type { SavedReview } from '#shared/report/review.ts';
import { minutesAsText } from './minutes-as-text.ts';
import { replayDemo } from './replay-demo.ts';

const MARCH_8_2018 = Date.parse('2018-03-08T09:00:00Z');
const SWEDISH: MinutesWords = { language: 'sv', review: reviewSv, common: commonSv, inventory: inventorySv };
const ENGLISH: MinutesWords = { language: 'en', review: reviewEn, common: commonEn, inventory: inventoryEn };

function saved(demo: typeof governance2018): SavedReview {
  const { state, events, pages } = replayDemo(demo, MARCH_8_2018);
  const review = buildReview(state, events, pages, null);
  if (review.status !== 'ended') throw new Error('the replay ends the workshop');
  return review;
}

const golden = (name: string): string =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');

describe('the minutes of the 2018 group work', () => {
  const text = minutesAsText(buildMinutes(saved(governance2018), SWEDISH));

  test('read like the founding minutes', () => {
    expect(text).toBe(golden('minutes-2018.txt'));
  });

  test('give the result as a direction and never as a decision', () => {
    expect(text).toContain(
      'Gruppens inriktning: A. Bredbandsforum äger, finansierar och väljer ut. Ordning: 1. A, 2. B, 3. C.',
    );
    expect(text).toContain('Poäng enligt Borda: A 4,5; B 4; C 0,5. Borda och Schulze ger samma ordning.');
    expect(text).not.toMatch(/\bbeslutade|har beslutat|beslutet blev/i);
  });

  test('show the tie on the second group’s ballot as a tie', () => {
    expect(text).toContain('Gruppens rangordning: 1. B, 2. A och C.');
  });

  test('name nobody', () => {
    expect(text).not.toContain('Namn ');
  });

  test('leave the template’s own prompts out', () => {
    expect(text).not.toContain('Spelregler');
    expect(text).not.toContain('Uppgift: rangordna');
  });
});

describe('the minutes of an inventory', () => {
  const text = minutesAsText(buildMinutes(saved(sjobacka), SWEDISH));

  test('give source, date and certainty with every finding', () => {
    const findings = saved(sjobacka).pages.flatMap((page) =>
      page.withheld ? [] : page.objects.filter((object) => object.kind === 'item'),
    );
    expect(text.match(/\(Källa: .*, \d{4}-\d{2}-\d{2}, (uppmätt|uppgift|uppskattad)\)/g)).toHaveLength(
      findings.length,
    );
  });

  test('write figures the Swedish way', () => {
    expect(text).toContain('1\u00a0700 hushåll, 410 arbetsställen. Minst 1 Gbit/s: 92\u00a0% anslutna');
    expect(text).toContain('Uppskattad kostnad: 5,72\u00a0mnkr.');
  });

  test('keep 0 % apart from no figure', () => {
    expect(text).toContain('Minst 1 Gbit/s: 0\u00a0% anslutna, 0\u00a0% kan beställa.');
    expect(text).toContain('redan i år. 62 hushåll. Prioritet: hög.');
  });

  test('gather notes under the prompt they lie below', () => {
    expect(text).toMatch(/\nAttraktiv för företagande\n- Verkstäderna vill styra/);
  });
});

describe('the minutes in English', () => {
  const text = minutesAsText(buildMinutes(saved(governance2018), ENGLISH));

  test('have English words and figures around what people wrote', () => {
    expect(text).toContain('Notes from Kommungruppens femte möte (exempel)\n8 March 2018, Stockholm');
    expect(text).toContain('Points by Borda: A 4.5; B 4; C 0.5. Borda and Schulze give the same order.');
    expect(text).toContain('The group’s ranking: 1. B, 2. A and C.');
  });
});

describe('a withheld page', () => {
  test('is a heading and a reason', () => {
    const review = saved(governance2018);
    const withheld: SavedReview = {
      ...review,
      pages: review.pages.map((page) =>
        page.module === 'group-work'
          ? { id: page.id, module: page.module, title: page.title, withheld: true }
          : page,
      ),
    };
    const text = minutesAsText(buildMinutes(withheld, SWEDISH));
    expect(text).toContain(`Förvaltningsmodell\n\n${reviewSv.minutes.withheld}\n`);
    expect(text).not.toContain('Borda');
  });
});

test.each([
  ['Nöjda medborgare. Vad blir enklare?', 'Nöjda medborgare'],
  ['Piloten: vad är förberett?', 'Piloten'],
  ['Är underlaget neutralt i fråga om teknik?', 'Är underlaget neutralt i fråga om teknik?'],
  ['Utan skiljetecken', 'Utan skiljetecken'],
])('the heading of the prompt "%s" is "%s"', (prompt, heading) => {
  expect(promptHeading(prompt)).toBe(heading);
});
