import type { BoardObject, FieldValue } from '#shared/content/board-object.ts';
import type { GroupId, SeatId } from '#shared/kernel/ids.ts';
import type { Module } from '#shared/modules/module.ts';
import { template } from '#shared/modules/templates/template.ts';
import type { TemplateObject } from '#shared/modules/templates/workshop-template.ts';
import { participation } from '#shared/session/role.ts';
import type { Page, WorkshopState } from '#shared/session/workshop-state.ts';
import type { ReviewObject } from './review.ts';

/** The page's objects with what a reader needs to tell people's own words from the template's, and nobody's name. */
export function reviewObjects(
  state: WorkshopState,
  { id: pageId, module }: Page,
  objects: readonly BoardObject[],
): readonly ReviewObject[] {
  const originals = new Map(templateObjects(state, pageId).map((original) => [original.id, original]));
  const isPrompt = ({ id }: BoardObject): boolean => originals.get(id)?.column !== undefined;
  const prompts = objects.filter(isPrompt);
  return objects.map((object) => ({
    ...withoutNames(object),
    author: object.author === 'server' ? 'server' : '',
    groupId: speaksFor(state, module, object.author),
    changed: changedFields(object, originals.get(object.id)),
    under: object.kind === 'note' && !isPrompt(object) ? (promptAbove(object, prompts)?.id ?? null) : null,
  }));
}

/** Everyone sits in some group; only those with a voice on the page write in its name. The secretary writes for the room. */
function speaksFor(state: WorkshopState, module: Module, author: string): GroupId | null {
  const seat = state.seats[author as SeatId];
  return seat !== undefined && participation(seat.role, module) === 'vote' ? seat.groupId : null;
}

const templateObjects = (state: WorkshopState, pageId: string): readonly TemplateObject[] =>
  template(state.template, state.language).pages.find((page) => page.id === pageId)?.objects ?? [];

/** A placed result may hold the names of voters; the poll itself is in the document, so its question is enough here. */
function withoutNames(object: BoardObject): BoardObject {
  if (object.kind !== 'result') return object;
  const { placed, pollId } = object.fields;
  const question: unknown =
    typeof placed === 'object' && placed !== null && 'question' in placed ? placed.question : '';
  return {
    ...object,
    fields: { pollId: pollId ?? '', title: typeof question === 'string' ? question : '' },
  };
}

function changedFields(object: BoardObject, original: TemplateObject | undefined): readonly string[] | null {
  if (original === undefined) return null;
  const isSame = (value: FieldValue, key: string): boolean => blank(value) === blank(original.fields[key]);
  return Object.entries(object.fields)
    .filter(([key, value]) => !isSame(value, key))
    .map(([key]) => key);
}

/** Nothing written is the same as nothing there. */
const blank = (value: FieldValue | undefined): FieldValue =>
  value === undefined || value === '' ? null : value;

/** The nearest prompt over the note, if the note's middle is within its width: how people sort notes by laying them there. */
function promptAbove(note: BoardObject, prompts: readonly BoardObject[]): BoardObject | null {
  const middle = note.box[0] + note.box[2] / 2;
  return prompts
    .filter(({ box: [x, y, width] }) => y < note.box[1] && x <= middle && middle <= x + width)
    .reduce<BoardObject | null>(
      (nearest, prompt) => (nearest === null || prompt.box[1] > nearest.box[1] ? prompt : nearest),
      null,
    );
}
