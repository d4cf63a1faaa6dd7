import { messages } from '#client/model/messages.svelte.ts';
import type { Reply } from '#client/connection/http-client.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import { KINDS, type BoardObject, type Box } from '#shared/content/board-object.ts';
import type { Point } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { StoredImage } from '#shared/protocol/http.ts';
import type { Page } from '#client/model/types.ts';
import type { BoardEye } from '../board-eye.svelte.ts';
import type { PlacerBoard } from '../placer.ts';
import { chooseImages } from './image-files.ts';
import { shrinkImage } from './shrink-image.ts';
import { shrunkSize } from './shrunk-size.ts';

/** A fresh picture is so long on its longest side, board units. */
const LONGEST = Math.max(KINDS.image.size.width, KINDS.image.size.height);

/** A picture that could not be added. It is kept, to be tried once more. */
export interface ImageFault {
  readonly file: File;
  readonly text: string;
}

/** Where the page's pictures lie. */
export interface ImageShelf {
  put(image: Blob): Promise<Reply<StoredImage>>;
  /** `null` for what cannot be a picture's hash. */
  addressOf(hash: unknown): string | null;
}

/** What it asks of the board. */
export interface ImagesBoard extends Pick<PlacerBoard, 'canWrite' | 'freePlaceFor'> {
  readonly page: Page;
  readonly eye: Pick<BoardEye, 'reveal'>;
  make(...of: Parameters<PlacerBoard['make']>): ObjectId | null;
}

/** Takes pictures in: made small, sent, put on the board, and asked about in words. */
export class BoardImages {
  readonly #board: ImagesBoard;
  readonly #shelf: ImageShelf;
  /** How many are on their way. */
  #underWay = $state(0);
  #faults = $state.raw<readonly ImageFault[]>([]);
  /** Whose words are still to be asked for. */
  #wordless = $state.raw<readonly ObjectId[]>([]);

  constructor(board: ImagesBoard, shelf: ImageShelf) {
    this.#board = board;
    this.#shelf = shelf;
  }

  get underWay(): number {
    return this.#underWay;
  }

  get faults(): readonly ImageFault[] {
    return this.#faults;
  }

  /** The picture that the person is asked to describe now. */
  get asked(): ObjectId | null {
    return this.#wordless.find((id) => this.#board.page.object(id) !== null) ?? null;
  }

  /** Where the picture of an object is fetched from. */
  addressOf({ fields }: BoardObject): string | null {
    return this.#shelf.addressOf(fields['hash']);
  }

  choose(): void {
    if (this.#board.canWrite) chooseImages((files) => void this.add(files));
  }

  /** `at`: where they were dropped, board coordinates. */
  async add(files: readonly File[], at: Point | null = null): Promise<void> {
    if (!this.#board.canWrite) return;
    // One after the other: on a phone two decoded photographs may be one too many.
    for (const file of files) await this.#take(file, at);
  }

  retry(): void {
    const files = this.#faults.map(({ file }) => file);
    this.#faults = [];
    void this.add(files);
  }

  dismissFaults(): void {
    this.#faults = [];
  }

  describe(id: ObjectId, words: string): void {
    this.#board.page.prose(id, 'alt')?.insert(0, words);
    this.skip(id);
  }

  skip(id: ObjectId): void {
    this.#wordless = this.#wordless.filter((each) => each !== id);
  }

  async #take(file: File, at: Point | null): Promise<void> {
    const t = messages('board').images;
    this.#underWay += 1;
    announce(t.sending(file.name));
    try {
      const image = await shrinkImage(file);
      if (image === null) return this.#fail(file, t.unreadable(file.name));
      const reply = await this.#shelf.put(image);
      if (!reply.ok) return this.#fail(file, t.failed(file.name, reply.error.text));
      // The page may have been locked meanwhile.
      if (!this.#board.canWrite) return this.#fail(file, t.failed(file.name, messages('board').readOnly));
      this.#place(reply.value, at);
    } finally {
      this.#underWay -= 1;
    }
  }

  #fail(file: File, text: string): void {
    this.#faults = [...this.#faults, { file, text }];
    announce(text);
  }

  #place({ hash, width, height }: StoredImage, at: Point | null): void {
    const size = shrunkSize({ width, height }, LONGEST);
    const wanted: Box =
      at === null
        ? this.#board.freePlaceFor(size)
        : [at[0] - size.width / 2, at[1] - size.height / 2, size.width, size.height];
    const [x, y, w, h] = wanted;
    const box: Box = [Math.round(x), Math.round(y), w, h];
    const id = this.#board.make('image', box, {
      fields: { hash, pixelWidth: width, pixelHeight: height },
      isWritten: false,
    });
    if (id === null) return;
    this.#board.eye.reveal(box);
    this.#wordless = [...this.#wordless, id];
  }
}
