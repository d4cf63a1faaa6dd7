import type { BoardObject } from '#shared/content/board-object.ts';

/** What every kind's face is given. */
export interface CardFaceProps {
  object: BoardObject;
  /** It is being written in. */
  isEditing: boolean;
}
