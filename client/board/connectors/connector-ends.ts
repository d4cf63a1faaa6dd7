import type { BoardObject, Box } from '#shared/content/board-object.ts';
import { CONNECTOR_HEADS, CONNECTOR_ROUTES, type ConnectorHead } from '#shared/content/kinds/connector.ts';
import type { Point } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { freeAnchor, type Anchor, type AnchorForm } from './anchor.ts';
import { routeBetween, type Route } from './route.ts';

export type ConnectorEnd = 'from' | 'to';

/** Where an object that a connector is bound to lies, and its outline; `null` when nothing is known of it any more. */
export type BoundOf = (id: ObjectId) => { readonly box: Box; readonly form: AnchorForm } | null;

/** Where the end of a connector lies in its own box when nothing else is said. */
const OWN_POINTS: Readonly<Record<ConnectorEnd, Point>> = { from: [0, 0.5], to: [1, 0.5] };

/** The object that an end says it is bound to; it may be gone. */
export function boundTo({ fields }: BoardObject, end: ConnectorEnd): ObjectId | null {
  const id = fields[end];
  return typeof id === 'string' && id !== '' ? (id as ObjectId) : null;
}

/**
 * Where a connector runs. `own` is its own box, which free ends are in. Nothing of this is stored: whatever people do to the objects at
 * the same time, and whatever is undone, the line follows from what is there.
 */
export const connectorRoute = (connector: BoardObject, own: Box, boundOf: BoundOf): Route =>
  routeBetween(
    CONNECTOR_ROUTES.find((route) => route === connector.fields['route']) ?? 'straight',
    anchorOf(connector, own, boundOf, 'from'),
    anchorOf(connector, own, boundOf, 'to'),
  );

export const headOf = ({ fields }: BoardObject, end: ConnectorEnd): ConnectorHead =>
  CONNECTOR_HEADS.find((head) => head === fields[end === 'from' ? 'startHead' : 'endHead']) ??
  (end === 'from' ? 'none' : 'arrow');

function anchorOf(connector: BoardObject, own: Box, boundOf: BoundOf, end: ConnectorEnd): Anchor {
  const id = boundTo(connector, end);
  const bound = id === null ? null : boundOf(id);
  const share = (connector.fields[`${end}Point`] ?? null) as Point | null;
  if (bound === null) return freeAnchor(pointIn(own, share ?? OWN_POINTS[end]));
  return { ...bound, point: share === null ? null : pointIn(bound.box, share) };
}

const pointIn = ([x, y, width, height]: Box, [across, down]: Point): Point => [
  x + across * width,
  y + down * height,
];
