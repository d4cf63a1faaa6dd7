import { messages } from '#client/model/messages.svelte.ts';
import { inflate, overlaps } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { BoardModel } from './board-model.svelte.ts';
import type { BoundOf } from './connectors/connector-ends.ts';
import { PHONE_BELOW } from './board-mounting.ts';
import { setOf } from './core/id-set.ts';
import { FetchedPictures } from './images/fetched-pictures.ts';
import { detailAt } from './painters/look.ts';
import { PAINTERS } from './painters/painters.ts';
import { forgetWidths } from './painters/passages.ts';
import { readTheme, watchTheme, type Theme } from './painters/read-look.ts';
import { frameLabel, paintFarLabels, resultLabel, type FarLabel } from './tiles/far-labels.ts';
import { TileLayer, type TileFrame, type TileSurface } from './tiles/tile-layer.ts';
import { TILE_SIZE } from './tiles/tile-grid.ts';

/** Safari gives a page on a phone some hundred megabytes for all its pictures, at four bytes a pixel. */
const PIXELS_MOST = { phone: 8_400_000, laptop: 16_800_000 } as const;

/** A screen with more pixels than this to one of CSS shows no more of what is too small to read. */
const RATIO_MOST = 2;

/** Selected objects that are outlined one by one; of more, that so many are. */
const OUTLINES_MOST = 1_000;

/** Draws as a picture, beneath the elements, what has none: too small to read, not made yet, or too many. */
export class BoardPicture {
  readonly #board: BoardModel;
  readonly #canvas: HTMLCanvasElement;
  readonly #screen: CanvasRenderingContext2D;
  readonly #tiles: TileLayer;
  readonly #pictures: FetchedPictures;
  readonly #stops: readonly (() => void)[];
  #theme: Theme;

  constructor(board: BoardModel, canvas: HTMLCanvasElement) {
    this.#board = board;
    this.#canvas = canvas;
    this.#screen = contextOf(canvas);
    this.#theme = readTheme(canvas);
    this.#tiles = new TileLayer({
      paintedIn: (area) => board.contents.paintedIn(area),
      makeSurface,
      now: () => performance.now(),
      pixelsMost: innerWidth < PHONE_BELOW ? PIXELS_MOST.phone : PIXELS_MOST.laptop,
    });
    this.#pictures = new FetchedPictures(
      (object) => board.images.addressOf(object),
      (ids) => {
        for (const id of ids) this.#tiles.changed(board.contents.boxOf(id), board.contents.boxOf(id));
        board.frames.ask();
      },
    );
    this.#stops = [
      watchTheme(() => this.#themeChanged()),
      board.contents.onPlaced((before, after) => this.#tiles.changed(before, after)),
      board.frames.add(() => this.#draw()),
    ];
    board.frames.ask();
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  #themeChanged(): void {
    this.#theme = readTheme(this.#canvas);
    forgetWidths();
    this.#tiles.repaint();
    this.#board.frames.ask();
  }

  #draw(): boolean {
    const { contents, eye } = this.#board;
    const { isLegible } = this.#board.mounting;
    if (eye.size.width === 0) return false;
    this.#omit();
    const isNeeded = !isLegible || !contents.covers(eye.view);
    this.#canvas.hidden = !isNeeded;
    if (!isNeeded) return false;
    const frame = this.#frame();
    this.#fit(frame);
    const more = this.#tiles.draw(this.#screen, frame);
    this.#drawLifted(frame);
    this.#screen.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    if (!isLegible) paintFarLabels(this.#screen, this.#labels(), eye.camera, eye.size, frame.look);
    this.#outlineSelected(frame);
    return more;
  }

  #frame(): TileFrame {
    const { eye } = this.#board;
    const { isLegible, isFull } = this.#board.mounting;
    const { camera, size } = eye;
    return {
      camera,
      size,
      ratio: Math.min(devicePixelRatio, RATIO_MOST),
      look: {
        ...this.#theme,
        boundOf: (id) => this.#boundOf(id),
        pictureOf: (object) => this.#pictures.of(object),
      },
      // Where elements are about to cover the view, a picture of it would be painted for some frames only.
      paints: !isLegible || isFull || camera !== eye.rested,
    };
  }

  /** What has an element that may be moved or written in, or follows a hand, is not in the picture beneath it. */
  #omit(): void {
    const { contents, pinned, lifted } = this.#board;
    const standing = [...pinned].filter((id) => contents.isMounted(id));
    this.#tiles.omit(setOf([...standing, ...lifted.keys()]), (id) => contents.boxOf(id));
  }

  /** What follows a hand, ours or another's, where it is just now. */
  #drawLifted({ camera, ratio, look }: TileFrame): void {
    const { contents, eye, lifted, page } = this.#board;
    const scale = camera.zoom * ratio;
    this.#screen.setTransform(scale, 0, 0, scale, -camera.x * scale, -camera.y * scale);
    const detailed = { ...look, detail: detailAt(scale), pixel: 1 / scale };
    for (const [id, box] of lifted) {
      const object = page.peek(id);
      if (object === null || contents.isMounted(id) || !overlaps(box, eye.view)) continue;
      PAINTERS[object.kind](this.#screen, object, box, detailed);
    }
  }

  *#labels(): Iterable<FarLabel> {
    const { contents, page } = this.#board;
    const { frames, results } = contents.landmarks;
    for (const id of frames) {
      const [frame, box] = [page.peek(id), contents.boxOf(id)];
      const count = contents.landmarks.countIn(id);
      if (frame !== null && box !== null)
        yield frameLabel(frame, box, count === 0 ? '' : messages('board').objectsIn(count));
    }
    for (const id of results) {
      const [result, box] = [page.peek(id), contents.boxOf(id)];
      const label = result === null || box === null ? null : resultLabel(result, box);
      if (label !== null) yield label;
    }
  }

  #outlineSelected({ camera, look }: TileFrame): void {
    const { contents, eye, lifted, selection } = this.#board;
    if (selection.size > OUTLINES_MOST) return;
    this.#screen.strokeStyle = look.colors.accent;
    this.#screen.lineWidth = 2;
    for (const id of selection) {
      const box = lifted.get(id) ?? contents.boxOf(id);
      if (box === null || contents.isMounted(id) || !overlaps(box, eye.view)) continue;
      const [x, y, width, height] = inflate(box, 2 / camera.zoom);
      const { zoom } = camera;
      this.#screen.strokeRect((x - camera.x) * zoom, (y - camera.y) * zoom, width * zoom, height * zoom);
    }
  }

  /** What a connector is bound to, also while it is in a hand. */
  #boundOf(id: ObjectId): ReturnType<BoundOf> {
    const bound = this.#board.contents.boundOf(id);
    const box = this.#board.lifted.get(id);
    return bound === null || box === undefined ? bound : { ...bound, box };
  }

  /** As many pixels as the view has. Set only when it changes, since setting it clears the canvas. */
  #fit({ size, ratio }: TileFrame): void {
    const [width, height] = [Math.ceil(size.width * ratio), Math.ceil(size.height * ratio)];
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    this.#canvas.style.inlineSize = `${width / ratio}px`;
    this.#canvas.style.blockSize = `${height / ratio}px`;
  }
}

function makeSurface(): TileSurface {
  const image = document.createElement('canvas');
  image.width = TILE_SIZE;
  image.height = TILE_SIZE;
  return { image, canvas: contextOf(image) };
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  return context;
}
