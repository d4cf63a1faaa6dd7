import * as encoding from 'lib0/encoding';

type Id = readonly [client: number, clock: number];

/** One struct as it stands in an update in Yjs V1 encoding, honest or not. */
export interface CraftedStruct {
  readonly content:
    | { readonly gc: number }
    | { readonly skip: number }
    | { readonly deleted: number }
    | { readonly text: string }
    | { readonly any: readonly unknown[] }
    | { readonly type: number }
    | { readonly binary: Uint8Array }
    | { readonly embed: unknown }
    | { readonly format: readonly [key: string, value: unknown] }
    | { readonly document: string };
  readonly origin?: Id;
  readonly rightOrigin?: Id;
  /** A root by name or an item by id; must be given when there is no origin. */
  readonly parent?: string | Id;
  readonly key?: string;
}

export interface CraftedSection {
  readonly client: number;
  readonly clock: number;
  readonly structs: readonly CraftedStruct[];
}

export type CraftedDeletions = Readonly<
  Record<number, readonly (readonly [clock: number, length: number])[]>
>;

/** Yjs' own numbers of shared types. */
export const TYPE = { array: 0, map: 1, text: 2, element: 3, fragment: 4 } as const;

/** An update no client of ours would write. */
export const craftUpdate = (
  sections: readonly CraftedSection[],
  deletions: CraftedDeletions = {},
  claimedSections = sections.length,
): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, claimedSections);
    for (const { client, clock, structs } of sections) {
      encoding.writeVarUint(encoder, structs.length);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      for (const struct of structs) writeStruct(encoder, struct);
    }
    const deleted = Object.entries(deletions);
    encoding.writeVarUint(encoder, deleted.length);
    for (const [client, ranges] of deleted) {
      encoding.writeVarUint(encoder, Number(client));
      encoding.writeVarUint(encoder, ranges.length);
      for (const [clock, length] of ranges) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, length);
      }
    }
  });

function writeStruct(encoder: encoding.Encoder, struct: CraftedStruct): void {
  const { content, origin, rightOrigin, key } = struct;
  if ('gc' in content || 'skip' in content) {
    encoding.writeUint8(encoder, 'gc' in content ? 0 : 10);
    encoding.writeVarUint(encoder, 'gc' in content ? content.gc : content.skip);
    return;
  }
  const info =
    refOf(content) |
    (origin === undefined ? 0 : 0x80) |
    (rightOrigin === undefined ? 0 : 0x40) |
    (key === undefined ? 0 : 0x20);
  encoding.writeUint8(encoder, info);
  for (const id of [origin, rightOrigin]) if (id !== undefined) writeId(encoder, id);
  if (origin === undefined && rightOrigin === undefined) writeParent(encoder, struct);
  writeContent(encoder, content);
}

function writeParent(encoder: encoding.Encoder, { parent = 'objects', key }: CraftedStruct): void {
  encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0);
  if (typeof parent === 'string') encoding.writeVarString(encoder, parent);
  else writeId(encoder, parent);
  if (key !== undefined) encoding.writeVarString(encoder, key);
}

function writeId(encoder: encoding.Encoder, [client, clock]: Id): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}

type Content = Exclude<CraftedStruct['content'], { readonly gc: number } | { readonly skip: number }>;

function refOf(content: Content): number {
  if ('deleted' in content) return 1;
  if ('binary' in content) return 3;
  if ('text' in content) return 4;
  if ('embed' in content) return 5;
  if ('format' in content) return 6;
  if ('type' in content) return 7;
  return 'any' in content ? 8 : 9;
}

function writeContent(encoder: encoding.Encoder, content: Content): void {
  if ('deleted' in content) encoding.writeVarUint(encoder, content.deleted);
  else if ('text' in content) encoding.writeVarString(encoder, content.text);
  else if ('type' in content) encoding.writeVarUint(encoder, content.type);
  else if ('binary' in content) encoding.writeVarUint8Array(encoder, content.binary);
  else if ('embed' in content) encoding.writeVarString(encoder, JSON.stringify(content.embed));
  else if ('format' in content) {
    encoding.writeVarString(encoder, content.format[0]);
    encoding.writeVarString(encoder, JSON.stringify(content.format[1]));
  } else if ('document' in content) {
    encoding.writeVarString(encoder, content.document);
    encoding.writeAny(encoder, {});
  } else {
    encoding.writeVarUint(encoder, content.any.length);
    for (const value of content.any) encoding.writeAny(encoder, value as never);
  }
}
