import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '#shared/content/board-object.ts';
import { readPage } from '#shared/content/page-document.ts';
import { DEMO_WORKSHOPS } from '#shared/modules/demo/demo-workshops.ts';
import { governance2018 } from '#shared/modules/demo/governance-2018.ts';
import { sjobackaInventory } from '#shared/modules/demo/sjobacka-inventory.ts';
import { fillPage } from '#shared/modules/templates/fill-page.ts';
import { template } from '#shared/modules/templates/template.ts';
import { participation } from '#shared/session/role.ts';
import { parseBallot } from '#shared/voting/ballot.ts';
import { tally } from '#shared/voting/tally.ts';
import { expectNoOverlap } from './overlap.ts';

describe.each(DEMO_WORKSHOPS.map((demo) => [demo.title, demo] as const))('%s', (_title, demo) => {
  const { pages, agenda, groups } = template(demo.template, demo.language);
  const seats = new Map(demo.seats.map((seat) => [seat.key, seat]));

  test('is led by its first seat, and no key is used twice', () => {
    expect(demo.seats[0].role).toBe('workshop-leader');
    expect(seats.size).toBe(demo.seats.length);
    expect(demo.seats.slice(1).some((seat) => seat.role === 'workshop-leader')).toBe(false);
  });

  test('lets people write only where their role may', () => {
    for (const [pageId, objects] of Object.entries(demo.pages)) {
      const page = pages.find((candidate) => candidate.id === pageId);
      expect(page, pageId).toBeDefined();
      for (const object of objects) {
        const role = seats.get(object.by)?.role;
        expect(role, object.by).toBeDefined();
        if (role !== undefined && page !== undefined)
          expect(['vote', 'contribute']).toContain(participation(role, page.module));
      }
    }
  });

  test('uses fields and options that exist', () => {
    for (const object of Object.values(demo.pages).flat()) {
      for (const [key, value] of Object.entries(object.fields)) {
        const field = fieldsOf(object.kind).find((candidate) => candidate.key === key);
        expect(field, `${object.id}.${key}`).toBeDefined();
        if (field?.type === 'option' && value !== '') expect(field.options).toContain(value);
      }
    }
  });

  test('lies clear of the template on every page', () => {
    for (const page of pages) {
      const doc = new Y.Doc();
      const objects = demo.pages[page.id] ?? [];
      fillPage(doc, page.objects, 1);
      fillPage(doc, objects, 2, (object) => object.by);
      expect(readPage(doc)).toHaveLength(page.objects.length + objects.length);
      expectNoOverlap(readPage(doc));
    }
  });

  test('names groups and activities of its template', () => {
    const groupIds = new Set<string | null>([null, ...groups.map((group) => group.id)]);
    for (const seat of demo.seats) expect(groupIds).toContain(seat.group);
    const activities = new Set<string>(agenda.map((activity) => activity.id));
    for (const visit of demo.visits) expect(activities).toContain(visit.activity);
  });
});

describe('the 2018 group work', () => {
  const poll = governance2018.poll;
  const optionIds = poll?.options.map((option) => option.id) ?? [];
  const ballots = (poll?.ballots ?? []).flatMap(({ ballot }) => {
    const parsed = parseBallot(ballot, 'ranking', optionIds);
    return parsed.ok ? [parsed.value] : [];
  });

  test('has one ballot for each of three groups, on cards that lie on the page', () => {
    const groups = poll?.ballots.map(
      ({ by }) => governance2018.seats.find((seat) => seat.key === by)?.group ?? null,
    );
    expect(groups).toEqual(['group-1', 'group-2', 'group-3']);
    expect(ballots).toHaveLength(3);
    const page = template('working-group', 'sv').pages.find((candidate) => candidate.id === poll?.pageId);
    for (const id of optionIds) expect(page?.objects.map((object) => object.id)).toContain(id);
  });

  test('comes out as A, B, C with 4.5, 4 and 0.5 points by both methods', () => {
    const result = tally('ranking', poll?.options ?? [], ballots);
    if (result.kind !== 'ranking') throw new Error('a ranking was asked for');
    expect(result.borda.scores.map((score) => score.doubledPoints)).toEqual([9, 8, 1]);
    expect(result.borda.order).toEqual([['choice-a'], ['choice-b'], ['choice-c']]);
    expect(result.schulze.order).toEqual([['choice-a'], ['choice-b'], ['choice-c']]);
  });
});

describe('the inventory of Sjöbacka', () => {
  const areas = sjobackaInventory.filter((item) => item.fields.category === 'access');
  const sum = (value: (fields: Readonly<Record<string, unknown>>) => number) =>
    areas.reduce((total, item) => total + value(item.fields), 0);
  const share = (key: string) => (fields: Readonly<Record<string, unknown>>) =>
    (Number(fields.households) * Number(fields[key])) / 100;

  test('adds up to 3 100 households, 80 % connected and 94 % passed', () => {
    expect(sum((fields) => Number(fields.households))).toBe(3100);
    expect(sum(share('connectedShare'))).toBeCloseTo(2480, 6);
    expect(sum(share('passedShare'))).toBeCloseTo(2910, 6);
  });

  test('follows the default cost model', () => {
    const cost = (id: string) => sjobackaInventory.find((item) => item.id === id)?.fields.costEstimate;
    expect(cost('item-norra')).toBe((130 * 55 * 80_000) / 100);
    expect(cost('item-ostra-dalen')).toBe((60 * 60 * 35_000) / 100);
  });

  test('gives source, date and certainty for every finding', () => {
    for (const { fields } of sjobackaInventory) {
      expect(fields.source).not.toBe('');
      expect(fields.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(fields.certainty).not.toBe('');
    }
  });
});
