import type { Point } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { ConnectorEnd } from './connector-ends.ts';

/** Where an end is put: at an object, or at a place of the board. */
export interface EndPlace {
  readonly object: ObjectId | null;
  /** Where the hand is, board units. */
  readonly at: Point;
}

/** A connector, or an end of one, that is in the hand and not on the page yet. */
export interface ConnectorDraft {
  readonly from: EndPlace;
  readonly to: EndPlace;
  /** The connector whose end it is; `null` for a new one. */
  readonly of: ObjectId | null;
}

/** What the tool for connectors may see and do. */
export interface ConnectorSurface {
  /** Where a click has begun a connector that the next click ends. */
  readonly begun: EndPlace | null;
  begin(place: EndPlace | null): void;
  /** What an end at a point of the view would be put at. */
  placeAt(at: Point): EndPlace;
  showDraft(draft: ConnectorDraft | null): void;
  /** Puts a new connector on the page, or the end of one elsewhere, as one step of undo. */
  write(draft: ConnectorDraft): void;
  /** The end of the selected connector that a point of the view takes hold of, as the draft of moving it. */
  gripAt(at: Point): { readonly draft: ConnectorDraft; readonly end: ConnectorEnd } | null;
}
