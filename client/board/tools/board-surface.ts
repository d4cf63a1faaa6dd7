import type { Box } from '#shared/content/board-object.ts';
import type { Point } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { Camera } from '../core/camera.ts';
import type { ConnectorSurface } from '../connectors/connector-surface.ts';
import type { InkSurface } from '../ink/ink-surface.ts';
import type { HandleFrame } from '../core/handles.ts';
import type { Guide } from '../core/snapping.ts';
import type { Placeable } from './placings.ts';
import type { PointerSample } from './pointer-samples.ts';
import type { Tool } from './tool.ts';

/** A pointer as tools see it, whatever the device. */
export interface PointerInput {
  readonly id: number;
  readonly type: 'mouse' | 'touch' | 'pen';
  /** CSS pixels from the view's top left corner. */
  readonly at: Point;
  /** As in `PointerEvent.button`: 0 main, 1 middle, 2 secondary. */
  readonly button: number;
  /** Adds to the selection. */
  readonly adds: boolean;
  /** Shift: proportions are kept, turns go in steps. */
  readonly isEven: boolean;
  /** Ctrl or Command: nothing is brought into line. */
  readonly isFree: boolean;
  /** Means one object of a group by itself. */
  readonly alone?: boolean;
  /** Pressed twice in a row on the same spot. */
  readonly double: boolean;
  /** Everywhere it has been since the event before; without it, where it is. */
  readonly samples?: readonly PointerSample[];
}

/** What tools may see and do. The model of the board implements it; a test can too. */
export interface BoardSurface {
  camera: Camera;
  readonly tool: Tool;
  /** The space bar is down: everything is ground, and the hand moves it. */
  readonly spaceHeld: boolean;
  /** May turn false in mid-gesture. */
  readonly canWrite: boolean;
  readonly ink: InkSurface;
  readonly connectors: ConnectorSurface;

  /** The topmost object under a point of the view. */
  hit(at: Point): ObjectId | null;
  /** Objects that a box of the board touches. */
  within(box: Box): readonly ObjectId[];
  /** Where the object is in the document; `null` once somebody has taken it away. */
  boxOf(id: ObjectId): Box | null;

  /** What moves when these are taken hold of: with them what lies in the frames among them. */
  carried(ids: Iterable<ObjectId>): readonly ObjectId[];

  /** Where the object is seen, grown to its words. */
  seenBoxOf(id: ObjectId): Box | null;
  /** What lies in view that something can be in line with, besides these; none where that would be a thicket. */
  neighbours(except: ReadonlySet<ObjectId>): readonly Box[];
  /** The lines that show what is in line; empty for none. */
  showGuides(guides: readonly Guide[]): void;
  /** What the handles of the selection are about; `null` when it has none. */
  readonly handles: HandleFrame | null;
  /** Shows the one selected turned, degrees clockwise; `null` as it is in the document. */
  showTurn(angle: number | null): void;
  commitTurn(angle: number): void;

  readonly selection: ReadonlySet<ObjectId>;
  select(ids: Iterable<ObjectId>): void;
  /** The object with all that it is grouped with. */
  together(id: ObjectId): readonly ObjectId[];
  /** What of the selection may be moved; what is locked is said to be. */
  takeHold(): readonly ObjectId[];
  /** Opens the menu of commands at a point of the view. */
  openMenuAt(at: Point): void;

  /** Shows a move that is not in the document yet, here and to others; `null` ends the showing. */
  showMove(boxes: ReadonlyMap<ObjectId, Box> | null): void;
  /** Writes a finished move, as one step of undo. */
  commitMove(boxes: ReadonlyMap<ObjectId, Box>): void;
  /** The rectangle being drawn around objects, board units. */
  showMarquee(box: Box | null): void;

  /** Begins to write in an object. Called within the event, since a phone opens its keyboard for nothing less. */
  edit(id: ObjectId): void;
  /** Makes a note here and begins to write in it. */
  writeAt(at: Point): void;
  /** Makes what the tool makes, at its natural size about a point of the view; begins to write in it. */
  placeAt(tool: Placeable, at: Point): void;
  /** The same in a box of the board, which a hand has drawn. */
  placeIn(tool: Placeable, box: Box): void;
  /** Calls back unless cancelled by the function returned. */
  after(ms: number, act: () => void): () => void;
}
