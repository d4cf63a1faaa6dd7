import type { Kind } from '#shared/content/board-object.ts';
import { paintChoice } from './paint-choice.ts';
import { paintConnector } from './paint-connector.ts';
import { paintFrame } from './paint-frame.ts';
import { paintImage } from './paint-image.ts';
import { paintItem } from './paint-item.ts';
import { paintLink } from './paint-link.ts';
import { paintNote } from './paint-note.ts';
import { paintResult } from './paint-result.ts';
import { paintShape } from './paint-shape.ts';
import { paintStamp } from './paint-stamp.ts';
import { paintStroke } from './paint-stroke.ts';
import { paintTable } from './paint-table.ts';
import { paintText } from './paint-text.ts';
import type { Painter } from './painter.ts';

/** How each kind is drawn where it is too small to read; `CARD_FACES` has its element. */
export const PAINTERS: Readonly<Record<Kind, Painter>> = {
  note: paintNote,
  item: paintItem,
  choice: paintChoice,
  result: paintResult,
  text: paintText,
  shape: paintShape,
  connector: paintConnector,
  stroke: paintStroke,
  frame: paintFrame,
  image: paintImage,
  stamp: paintStamp,
  link: paintLink,
  table: paintTable,
};
