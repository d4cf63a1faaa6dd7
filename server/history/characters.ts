import * as Y from 'yjs';

/** One UTF-16 unit of a text that has ever been there, by the name it has on every replica. */
export interface Character {
  readonly client: number;
  readonly clock: number;
  /** `null` once it has been deleted: the place is remembered, what stood there is not. */
  readonly unit: string | null;
}

/** What one client id has written in one go. */
export interface Run {
  readonly client: number;
  readonly clock: number;
  readonly text: string;
}

/** The items of a text, the deleted ones too, in their order. */
export function* itemsOf(text: Y.Text): Generator<Y.Item> {
  for (let item = text._start; item !== null; item = item.right) yield item;
}

/** The characters of an item, whether or not they are about to be collected; nothing when it holds none. */
export const standingText = ({ content }: Y.Item): string =>
  content instanceof Y.ContentString ? content.str : '';

/** What stands in a text, from its beginning to its end. */
export function* runsOf(text: Y.Text): Generator<Run> {
  for (const { id, deleted, content } of itemsOf(text))
    if (!deleted && content instanceof Y.ContentString)
      yield { client: id.client, clock: id.clock, text: content.str };
}

/** Every character and, of clients for whom `remembers` says so, every place where one was. */
export function* charactersOf(
  text: Y.Text,
  remembers: (client: number) => boolean = () => false,
): Generator<Character> {
  for (const { id, length, deleted, content } of itemsOf(text)) {
    const standing = !deleted && content instanceof Y.ContentString ? content.str : null;
    if (standing === null && !remembers(id.client)) continue;
    for (let offset = 0; offset < length; offset += 1)
      yield { client: id.client, clock: id.clock + offset, unit: standing?.charAt(offset) ?? null };
  }
}
