import type { Field } from '../field.ts';
import { DRAWING_COLORS } from './drawing.ts';
import { LINE_STYLES } from './shape.ts';

export const CONNECTOR_ROUTES = ['straight', 'elbow', 'curved'] as const;
export type ConnectorRoute = (typeof CONNECTOR_ROUTES)[number];
export const CONNECTOR_HEADS = ['none', 'arrow', 'dot'] as const;
export type ConnectorHead = (typeof CONNECTOR_HEADS)[number];

/**
 * A line between two objects, which follows them. An end that is bound names its object; its point is a share of that object's box, or
 * `null` for wherever the line meets the edge. An end that is free has its point as a share of the connector's own box, so that moving or
 * stretching the box moves it. Where the line runs is worked out from this, never stored.
 */
export const CONNECTOR_FIELDS = [
  { key: 'label', type: 'prose' },
  { key: 'from', type: 'object' },
  { key: 'to', type: 'object' },
  { key: 'fromPoint', type: 'point' },
  { key: 'toPoint', type: 'point' },
  { key: 'route', type: 'option', options: CONNECTOR_ROUTES },
  { key: 'startHead', type: 'option', options: CONNECTOR_HEADS },
  { key: 'endHead', type: 'option', options: CONNECTOR_HEADS },
  { key: 'color', type: 'option', options: DRAWING_COLORS },
  { key: 'lineStyle', type: 'option', options: LINE_STYLES },
] as const satisfies readonly Field[];

export const CONNECTOR_SIZE = { width: 160, height: 1 } as const;
