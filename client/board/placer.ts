import { KINDS, type Box, type FieldValue, type Kind } from '#shared/content/board-object.ts';
import type { Point } from '#shared/geometry/box.ts';
import type { BoardEye } from './board-eye.svelte.ts';
import { toBoard, type Camera } from './core/camera.ts';
import { isPlaceable, PLACINGS, type Placeable } from './tools/placings.ts';
import type { ToolSettings } from './tools/tool-settings.svelte.ts';
import type { Tool } from './tools/tool.ts';

/** What is drawn smaller than this was drawn by a slip of the hand, board units. */
const LEAST_DRAWN = 16;

/** What it asks of the board. */
export interface PlacerBoard {
  readonly camera: Camera;
  readonly eye: Pick<BoardEye, 'reveal'>;
  readonly canWrite: boolean;
  readonly tool: Tool;
  readonly settings: ToolSettings;
  freePlaceFor(size: { readonly width: number; readonly height: number }): Box;
  make(
    kind: Kind,
    box: Box,
    options: { readonly fields?: Readonly<Record<string, FieldValue>>; readonly isWritten?: boolean },
  ): void;
  toolUsed(): void;
}

/** Makes what the tools make, and puts the tool down after. */
export class Placer {
  readonly #board: PlacerBoard;

  constructor(board: PlacerBoard) {
    this.#board = board;
  }

  /** At its natural size about a point of the view. A text begins where the hand was, as in a letter. */
  at(tool: Placeable, at: Point): void {
    const { width, height } = KINDS[tool].size;
    const [x, y] = toBoard(this.#board.camera, at);
    const left = tool === 'text' ? x : x - width / 2;
    this.#make(tool, [left, y - height / 2, width, height]);
  }

  in(tool: Placeable, box: Box): void {
    const { size } = KINDS[tool];
    const width = Math.max(box[2], LEAST_DRAWN);
    const height = PLACINGS[tool].drawn === 'width' ? size.height : Math.max(box[3], LEAST_DRAWN);
    this.#make(tool, [box[0], box[1], width, height]);
  }

  /** Without a pointer: in free space near the card with the focus or in the middle of the view. Returns whether a tool for it was in hand. */
  inView(): boolean {
    const { tool } = this.#board;
    if (!isPlaceable(tool) || !this.#board.canWrite) return false;
    const box = this.#board.freePlaceFor(KINDS[tool].size);
    this.#make(tool, box);
    this.#board.eye.reveal(box);
    return true;
  }

  #make(tool: Placeable, box: Box): void {
    const [x, y, width, height] = box;
    this.#board.make(tool, [Math.round(x), Math.round(y), Math.round(width), Math.round(height)], {
      fields: this.#board.settings.fieldsFor(tool),
      isWritten: PLACINGS[tool].isWritten,
    });
    this.#board.toolUsed();
  }
}
