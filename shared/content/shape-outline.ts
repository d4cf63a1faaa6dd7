import { unreachable } from '#shared/kernel/assert.ts';
import type { ShapeForm } from './kinds/shape.ts';

/** How round the corners are, board units. */
const RADIUS = 16;
/** Shares of the side: how far the slopes of a form go in. */
const HEXAGON_SLOPE = 0.22;
const ARROW_HEAD = 0.38;
const ARROW_SHAFT = 0.26;
/** The tail of a speech bubble takes this share of the height. */
const TAIL = 0.18;

type Point = readonly [x: number, y: number];

/** The outline of a form in a box of this size from the origin: an SVG path, which a canvas draws as well. */
export function shapeOutline(form: ShapeForm, width: number, height: number): string {
  switch (form) {
    case 'rectangle':
      return roundedPath(width, height, Math.min(2, width / 2, height / 2));
    case 'rounded':
      return roundedPath(width, height, Math.min(RADIUS, width / 2, height / 2));
    case 'ellipse':
      return ellipse(width, height);
    case 'diamond':
    case 'triangle':
    case 'hexagon':
    case 'arrow':
    case 'speech':
      return polygon(cornersOf(form, width, height));
    default:
      return unreachable(form);
  }
}

/** The corners of a form that is straight all round. */
function cornersOf(
  form: Exclude<ShapeForm, 'rectangle' | 'rounded' | 'ellipse'>,
  w: number,
  h: number,
): readonly Point[] {
  switch (form) {
    case 'diamond':
      return [
        [w / 2, 0],
        [w, h / 2],
        [w / 2, h],
        [0, h / 2],
      ];
    case 'triangle':
      return [
        [w / 2, 0],
        [w, h],
        [0, h],
      ];
    case 'hexagon':
      return hexagon(w, h);
    case 'arrow':
      return blockArrow(w, h);
    case 'speech':
      return speechBubble(w, h);
  }
}

function hexagon(w: number, h: number): readonly Point[] {
  const slope = Math.min(w, h) * HEXAGON_SLOPE;
  return [
    [slope, 0],
    [w - slope, 0],
    [w, h / 2],
    [w - slope, h],
    [slope, h],
    [0, h / 2],
  ];
}

function blockArrow(w: number, h: number): readonly Point[] {
  const neck = w - Math.min(w / 2, h * ARROW_HEAD * 1.4);
  const [top, bottom] = [h * ARROW_SHAFT, h * (1 - ARROW_SHAFT)];
  return [
    [0, top],
    [neck, top],
    [neck, 0],
    [w, h / 2],
    [neck, h],
    [neck, bottom],
    [0, bottom],
  ];
}

function speechBubble(w: number, h: number): readonly Point[] {
  const floor = h * (1 - TAIL);
  return [
    [0, 0],
    [w, 0],
    [w, floor],
    [w * 0.42, floor],
    [w * 0.22, h],
    [w * 0.24, floor],
    [0, floor],
  ];
}

const polygon = (corners: readonly Point[]): string =>
  `M${corners.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`;

function roundedPath(w: number, h: number, r: number): string {
  const arc = (x: number, y: number): string => `A${round(r)} ${round(r)} 0 0 1 ${round(x)} ${round(y)}`;
  return `M${round(r)} 0H${round(w - r)}${arc(w, r)}V${round(h - r)}${arc(w - r, h)}H${round(r)}${arc(0, h - r)}V${round(r)}${arc(r, 0)}Z`;
}

function ellipse(w: number, h: number): string {
  const [rx, ry] = [round(w / 2), round(h / 2)];
  return `M0 ${ry}A${rx} ${ry} 0 0 1 ${round(w)} ${ry}A${rx} ${ry} 0 0 1 0 ${ry}Z`;
}

/** A path is text: digits that nobody sees are left out. */
const round = (value: number): number => Math.round(value * 100) / 100;
