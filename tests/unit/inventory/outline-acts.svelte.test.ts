import { flushSync } from 'svelte';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadMessages } from '#client/model/messages.svelte.ts';
import { connect } from '#client/modules/outline/connect.ts';
import { framesFor, moveToFrame } from '#client/modules/outline/move-to-frame.ts';
import { OutlineModel } from '#client/modules/outline/outline-model.svelte.ts';
import { OutlineWindow } from '#client/modules/outline/outline-window.svelte.ts';
import { frameOf } from '#shared/content/board-object.ts';
import { contains, overlaps } from '#shared/geometry/box.ts';
import { must } from '#shared/kernel/assert.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { openLocalPage } from '../page-model/local-page.ts';

beforeAll(() => loadMessages('inventory', 'outline'));

function framedPage() {
  const { page } = openLocalPage('alice');
  const frame = page.add('frame', { box: [1_000, 0, 840, 600], fields: { title: 'Kust' } });
  const note = page.add('note', { box: [0, 0, 200, 160], fields: { text: 'Sjökabel' } });
  const object = (id: ObjectId) => must(page.object(id), id);
  return { page, frame, note, object };
}

describe('moving to a frame by a choice', () => {
  test('puts the object inside the frame on nothing, and is one step of undo', () => {
    const { page, frame, note, object } = framedPage();
    const other = page.add('note', { box: [1_020, 64, 200, 160], fields: { frame } });
    moveToFrame(page, note, frame);
    const { box } = object(note);
    expect(frameOf(object(note))).toBe(frame);
    expect(contains(object(frame).box, [box[0], box[1]])).toBe(true);
    expect(contains(object(frame).box, [box[0] + box[2], box[1] + box[3]])).toBe(true);
    expect(overlaps(box, object(other).box)).toBe(false);
    page.undo();
    expect(object(note).box).toEqual([0, 0, 200, 160]);
    expect(frameOf(object(note))).toBeNull();
  });

  test('takes along what lies in a frame, and does not put a frame into itself', () => {
    const { page, frame, note, object } = framedPage();
    const outer = page.add('frame', { box: [0, 2_000, 2_000, 2_000] });
    moveToFrame(page, note, frame);
    const before = object(note).box;
    const [x, y] = object(frame).box;
    moveToFrame(page, frame, outer);
    const [dx, dy] = [object(frame).box[0] - x, object(frame).box[1] - y];
    expect(object(note).box).toEqual([before[0] + dx, before[1] + dy, before[2], before[3]]);
    expect(framesFor(page, object(outer)).map(({ id }) => id)).toEqual([]);
  });

  test('out of a frame is beside it', () => {
    const { page, frame, note, object } = framedPage();
    moveToFrame(page, note, frame);
    moveToFrame(page, note, null);
    expect(frameOf(object(note))).toBeNull();
    expect(overlaps(object(note).box, object(frame).box)).toBe(false);
  });
});

describe('the outline of a whiteboard', () => {
  test('tells a connector by what it joins', () => {
    const { page, frame, note, object } = framedPage();
    const model = new OutlineModel(page);
    const arrow = connect(page, object(note), object(frame));
    expect(model.nameOf(object(arrow))).toBe('Sjökabel → Kust');
    page.setField(arrow, 'label', 'går till');
    expect(model.nameOf(object(arrow))).toBe('Sjökabel → Kust: går till');
    page.remove([frame]);
    expect(model.nameOf(object(arrow))).toBe('Sjökabel → …: går till');
  });

  test('folds the frames of a large page, and unfolds those around what is sought', () => {
    const { page, frame, note } = framedPage();
    const model = new OutlineModel(page);
    expect(model.isUnfolded(frame)).toBe(true);
    for (let i = 0; i < 320; i += 1) page.add('note', { box: [i * 220, 900, 200, 160] });
    flushSync();
    expect(model.isUnfolded(frame)).toBe(false);
    moveToFrame(page, note, frame);
    model.show(note);
    expect(model.isUnfolded(frame)).toBe(true);
    expect(model.within(frame).map(({ kind, count }) => [kind, count])).toEqual([['note', 1]]);
  });

  test('shows a long list in parts, and any entry with its neighbours', () => {
    const shown = new OutlineWindow();
    const objects = Array.from({ length: 250 }, (_, i) => ({ id: `n${i}` }) as never);
    const groups = [
      { key: 'a', objects: objects.slice(0, 80) },
      { key: 'b', objects: objects.slice(80) },
    ];
    const told = () =>
      shown.shownOf(groups).map(({ key, skipped, objects: of }) => [key, skipped, of.length]);
    expect(told()).toEqual([
      ['a', 0, 80],
      ['b', 0, 20],
    ]);
    expect(shown.later(250)).toBe(150);
    shown.reveal(200);
    expect(told()).toEqual([['b', 70, 100]]);
    shown.showEarlier();
    expect(told()).toEqual([
      ['a', 50, 30],
      ['b', 0, 170],
    ]);
  });
});

describe('the bin', () => {
  test('holds what was removed, the latest first, and gives it back as a step of undo', () => {
    const { page, frame, note, object } = framedPage();
    page.remove([frame]);
    page.remove([note]);
    expect(page.bin.map(({ id }) => id)).toEqual([note, frame]);
    page.restore([note]);
    expect(object(note).fields['text']).toBe('Sjökabel');
    expect(page.bin.map(({ id }) => id)).toEqual([frame]);
    page.undo();
    expect(page.object(note)).toBeNull();
    page.redo();
    expect(page.object(note)).not.toBeNull();
  });
});
