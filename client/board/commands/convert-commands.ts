import { language, messages } from '#client/model/messages.svelte.ts';
import { newObjectId } from '#client/model/new-object-id.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import { COMMON_FIELDS } from '#shared/content/kinds/common.ts';
import { KINDS, type BoardObject, type FieldValue } from '#shared/content/board-object.ts';
import type { BoardModel } from '../board-model.svelte.ts';
import type { BoardCommand, CommandId } from './command.ts';
import { convertedFields, type Convertible } from './converted-fields.ts';
import { repointed } from './repoint.ts';
import { changeableOf, idsOf } from './subjects.ts';

const CONVERTIBLE: ReadonlySet<string> = new Set<Convertible>(['note', 'item', 'choice']);

const others = (board: BoardModel, to: Convertible): readonly BoardObject[] =>
  changeableOf(board).filter(({ kind }) => kind !== to && CONVERTIBLE.has(kind));

const convertTo = (id: CommandId, to: Convertible): BoardCommand => ({
  id,
  section: 'turn',
  applies: (board) => others(board, to).length > 0,
  run: (board) => convert(board, to),
});

/** New objects in the same places with the same words; the old ones go to the bin, where what else they held can be found. */
function convert(board: BoardModel, to: Convertible): void {
  const t = messages('inventory');
  const { turn } = messages('board').commands;
  const objects = others(board, to);
  const read = objects.map((object) => convertedFields(object, to, t, language()));
  const fields = read.filter((each) => each !== null);
  if (fields.length < objects.length) return board.desk.say(turn.tooLong);
  const names = new Map(objects.map(({ id }) => [id, newObjectId()]));
  const { width, height } = KINDS[to].size;
  const { page } = board;
  page.asOne(() => {
    const made = page.addAll(
      objects.map(({ id, box, fields: old }, i) => ({
        id: names.get(id) ?? newObjectId(),
        kind: to,
        box: [box[0], box[1], width, height],
        fields: { ...commonOf(old), ...fields[i] },
      })),
    );
    if (made.length === 0) return;
    page.change(repointed(board, names));
    page.remove(idsOf(objects));
    board.select(made);
    announce(turn.done(made.length));
  });
}

const commonOf = (fields: BoardObject['fields']): Readonly<Record<string, FieldValue>> =>
  Object.fromEntries(
    COMMON_FIELDS.flatMap(({ key }) => (fields[key] === undefined ? [] : [[key, fields[key]]])),
  );

export const CONVERT_COMMANDS: readonly BoardCommand[] = [
  convertTo('toNote', 'note'),
  convertTo('toItem', 'item'),
  convertTo('toChoice', 'choice'),
];
