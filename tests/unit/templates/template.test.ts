import { describe, expect, test } from 'vitest';
import { ID_PATTERN, type SeatId, type WorkshopId } from '#shared/kernel/ids.ts';
import { fieldsOf } from '#shared/content/board-object.ts';
import { template } from '#shared/modules/templates/template.ts';
import type { TemplateObject } from '#shared/modules/templates/workshop-template.ts';
import { emptyWorkshop, evolve } from '#shared/session/evolve.ts';
import { pageAccess } from '#shared/session/permission.ts';
import type { Language, TemplateId } from '#shared/session/workshop-state.ts';

const ALL: readonly (readonly [TemplateId, Language])[] = [
  ['bredbandslyftet', 'sv'],
  ['bredbandslyftet', 'en'],
  ['working-group', 'sv'],
  ['working-group', 'en'],
];

describe.each(ALL)('template %s in %s', (id, language) => {
  const { pages, agenda, groups } = template(id, language);

  test('plans exactly 10.00 to 14.00', () => {
    expect(agenda.reduce((sum, activity) => sum + activity.plannedMinutes, 0)).toBe(240);
    expect(template(id, language).timing.startsAt).toBe('10.00');
  });

  test('has a lunch with no page, and every other page id exists', () => {
    expect(agenda.find((activity) => activity.id === 'lunch')?.pageId).toBeNull();
    const known = new Set(pages.map((page) => page.id));
    for (const { pageId } of agenda) if (pageId !== null) expect(known).toContain(pageId);
  });

  test('visits every page', () => {
    const visited = new Set(agenda.map((activity) => activity.pageId));
    for (const page of pages) expect(visited).toContain(page.id);
  });

  test('has ids that are distinct and fit for addresses', () => {
    const lists = [pages, agenda, groups, ...pages.map((page) => page.objects)];
    for (const list of lists) {
      const ids: readonly string[] = list.map((entry) => entry.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const entry of ids) expect(entry).toMatch(ID_PATTERN);
    }
  });

  test('has three groups', () => {
    const name = language === 'sv' ? 'Grupp' : 'Group';
    expect(groups.map((group) => group.name)).toEqual([`${name} 1`, `${name} 2`, `${name} 3`]);
  });

  test('fills only fields that the kind has, with options it knows', () => {
    for (const object of pages.flatMap((page) => page.objects)) expectKnownFields(object);
  });

  test('becomes a session as it stands', () => {
    const { pages: pageList, ...rest } = template(id, language);
    const state = evolve(emptyWorkshop('w' as WorkshopId), {
      type: 'workshop-created',
      title: 'T',
      organisation: '',
      place: '',
      template: id,
      language,
      pages: pageList.map(({ id: pageId, module, title }) => ({ id: pageId, module, title })),
      agenda: rest.agenda,
      groups: rest.groups,
      seq: 1,
      at: 0,
      by: null,
    });
    expect(state.agenda).toHaveLength(agenda.length);
    expect(pageAccess(state, 'nobody' as SeatId, 'welcome').reason).toBe('removed');
  });
});

describe('the languages', () => {
  test.each(['bredbandslyftet', 'working-group'] as const)('%s has the same shape in both', (id) => {
    const shape = (language: Language) => {
      const { pages, agenda, groups } = template(id, language);
      return {
        pages: pages.map((page) => [page.id, page.module, page.objects.map((object) => object.id)]),
        agenda: agenda.map(({ title: _, ...activity }) => activity),
        groups: groups.map((group) => group.id),
      };
    };
    expect(shape('en')).toEqual(shape('sv'));
  });
});

describe('the strategic choices', () => {
  const cards = (language: Language) =>
    (template('bredbandslyftet', language).pages.find((page) => page.id === 'choices')?.objects ?? []).filter(
      (object) => object.kind === 'choice',
    );

  test('are twelve, numbered, six of them main lines', () => {
    expect(cards('sv').map((card) => card.fields.label)).toEqual(
      Array.from({ length: 12 }, (_, index) => String(index + 1)),
    );
    expect(
      cards('sv')
        .filter((card) => card.fields.line === 'main')
        .map((card) => card.fields.label),
    ).toEqual(['1', '2', '3', '4', '10', '11']);
  });

  test.each(['sv', 'en'] as const)('leave no field empty (%s)', (language) => {
    for (const card of cards(language))
      for (const field of fieldsOf('choice')) expect(card.fields[field.key]).not.toBe('');
  });

  test('are not shown before the change of roles', () => {
    const { agenda } = template('bredbandslyftet', 'sv');
    const at = (id: string) => agenda.findIndex((activity) => activity.id === id);
    const firstOnChoices = agenda.findIndex((activity) => activity.pageId === 'choices');
    expect(agenda[at('role-change')]?.pageId).toBeNull();
    expect(firstOnChoices).toBeGreaterThan(at('role-change'));
  });

  test('name requirements, not technologies or companies', () => {
    // The `byt` words of the programme's list: never in its own material.
    const loaded =
      /fiber|fibre|fibr[ae]|optokabel|framtidssäker|riktigt bredband|telia|telenor|tele2|globalconnect|ip-only|open infra|villafiber|bredbandsbolaget/i;
    for (const language of ['sv', 'en'] as const) {
      const texts = template('bredbandslyftet', language).pages.flatMap((page) => page.objects);
      for (const object of texts) expect(JSON.stringify(object.fields)).not.toMatch(loaded);
    }
  });
});

describe('the alternatives of the working group', () => {
  test('are A, B and C, with nothing said for or against', () => {
    const page = template('working-group', 'sv').pages.find((candidate) => candidate.module === 'group-work');
    const cards = (page?.objects ?? []).filter((object) => object.kind === 'choice');
    expect(cards.map((card) => card.fields.label)).toEqual(['A', 'B', 'C']);
    for (const card of cards) expect([card.fields.pros, card.fields.cons]).toEqual(['', '']);
  });
});

function expectKnownFields(object: TemplateObject): void {
  const fields = fieldsOf(object.kind);
  for (const [key, value] of Object.entries(object.fields)) {
    const field = fields.find((candidate) => candidate.key === key);
    expect(field, `${object.id}.${key}`).toBeDefined();
    if (field?.type === 'option' && value !== '') expect(field.options).toContain(value);
  }
}
