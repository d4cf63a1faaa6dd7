import { fieldsOf, type BoardObject } from '#shared/content/board-object.ts';

/** Objects as plain text that any program opens: one paragraph each, one line a field that holds something. */
export const textOfObjects = (objects: readonly BoardObject[]): string =>
  objects
    .filter(({ deletedAt }) => deletedAt === null)
    .map(linesOf)
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
    .concat('\n');

const linesOf = ({ kind, fields }: BoardObject): readonly string[] =>
  fieldsOf(kind).flatMap(({ key, type }) => {
    const value = fields[key];
    if (type === 'data' || value === undefined || value === null || typeof value === 'object') return [];
    const text = String(value).trim();
    return text === '' ? [] : [text];
  });
