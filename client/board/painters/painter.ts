import type { BoardObject, Box } from '#shared/content/board-object.ts';
import type { Look } from './look.ts';

/** The part of a canvas that painters use: of the screen, of a tile, or of a test. */
export type Canvas = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'clip'
  | 'closePath'
  | 'drawImage'
  | 'ellipse'
  | 'fill'
  | 'fillRect'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'globalAlpha'
  | 'lineCap'
  | 'lineJoin'
  | 'lineTo'
  | 'lineWidth'
  | 'measureText'
  | 'moveTo'
  | 'rect'
  | 'restore'
  | 'rotate'
  | 'roundRect'
  | 'save'
  | 'scale'
  | 'setLineDash'
  | 'stroke'
  | 'strokeRect'
  | 'strokeStyle'
  | 'textAlign'
  | 'textBaseline'
  | 'translate'
>;

/**
 * Draws an object in its box, both in board units: the canvas has been moved and scaled to them. Stands beside the kind's face (the
 * element of a card that can be read) and draws what that shows, as closely as the level of detail is worth.
 */
export type Painter = (canvas: Canvas, object: BoardObject, box: Box, look: Look) => void;
