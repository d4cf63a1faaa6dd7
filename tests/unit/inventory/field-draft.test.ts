import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadMessages } from '#client/model/messages.svelte.ts';
import { FieldDraft, strayDraft } from '#client/modules/fields/field-draft.svelte.ts';
import { fieldOf } from '#client/modules/fields/field-words.ts';
import { openLocalPage, wire } from '../page-model/local-page.ts';

const HOUSEHOLDS = fieldOf('item', 'households');
const NBSP = '\u00a0';

beforeAll(() => loadMessages('inventory'));
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function openField() {
  const alice = openLocalPage('alice');
  const id = alice.page.add('item', { fields: { households: 220 } });
  const stored = () => alice.page.object(id)?.fields['households'];
  return { alice, id, stored, draft: new FieldDraft(alice.page, id, HOUSEHOLDS) };
}

describe('a number while it is written', () => {
  test('is stored when the field is left, and shown in its usual form', () => {
    const { draft, stored } = openField();
    draft.begin();
    draft.write('3100 st');
    expect(draft.text).toBe('3100 st');
    draft.commit();
    expect(stored()).toBe(3100);
    expect(draft.text).toBe(`3${NBSP}100`);
  });

  test('is stored when the person pauses, the text left as it was typed', () => {
    const { draft, stored } = openField();
    draft.write('3100');
    expect(stored()).toBe(220);
    vi.runOnlyPendingTimers();
    expect(stored()).toBe(3100);
    expect(draft.text).toBe('3100');
  });

  test('tells what is wrong only once the person pauses or leaves', () => {
    const { draft } = openField();
    draft.write('5-');
    expect(draft.fault).toBeNull();
    draft.write('5-7');
    vi.runOnlyPendingTimers();
    expect(draft.fault).toBe('range');
  });

  test('can be emptied', () => {
    const { draft, stored } = openField();
    draft.write('');
    draft.commit();
    expect(stored()).toBeNull();
  });
});

describe('a text that is no number', () => {
  test('stays in the field and out of the document', () => {
    const { alice, draft, id, stored } = openField();
    draft.write('ca 3100');
    draft.commit();
    expect(draft.text).toBe('ca 3100');
    expect(draft.fault).toBe('approximate');
    expect(stored()).toBe(220);
    expect(strayDraft(alice.page, id, HOUSEHOLDS)).toBe('ca 3100');
  });

  test('is there again when the field is shown anew, in whatever view', () => {
    const { alice, draft, id } = openField();
    draft.write('ca 3100');
    draft.commit();
    const again = new FieldDraft(alice.page, id, HOUSEHOLDS);
    expect(again.text).toBe('ca 3100');
    expect(again.fault).toBe('approximate');
  });

  test('is not lost when somebody else sets the value', () => {
    const { alice, draft, id, stored } = openField();
    const bob = openLocalPage('bob');
    wire(alice, bob);
    draft.write('ca 3100');
    draft.commit();
    bob.page.setField(id, 'households', 240);
    expect(stored()).toBe(240);
    expect(draft.text).toBe('ca 3100');
    expect(draft.storedText).toBe('240');
  });

  test('goes when it is cancelled, and what was stored on the way is taken back', () => {
    const { draft, stored } = openField();
    draft.begin();
    draft.write('31');
    vi.runOnlyPendingTimers();
    expect(stored()).toBe(31);
    draft.write('31x');
    draft.cancel();
    expect(stored()).toBe(220);
    expect(draft.text).toBe('220');
    expect(draft.fault).toBeNull();
  });
});

test('what is written when the page is locked waits, and is stored when it is left again after', () => {
  const { alice, draft, stored } = openField();
  draft.write('3100');
  alice.session.change({ locked: true });
  draft.commit();
  expect(stored()).toBe(220);
  expect(draft.text).toBe('3100');
  alice.session.change({ locked: false });
  draft.commit();
  expect(stored()).toBe(3100);
});

test('leaving a field untouched writes nothing that others would have to undo', () => {
  const { alice, draft } = openField();
  const updates = vi.fn();
  alice.doc.on('update', updates);
  draft.begin();
  draft.commit();
  draft.write('220');
  draft.commit();
  expect(updates).not.toHaveBeenCalled();
});
