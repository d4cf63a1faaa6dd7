import {
  DRAWING_COLORS,
  LINE_WIDTHS,
  type DrawingColor,
  type LineWidth,
} from '#shared/content/kinds/drawing.ts';
import { INK_TOOLS, type InkTool } from '#shared/content/kinds/stroke.ts';

/** What a line is drawn with. */
export interface InkStyle {
  readonly tool: InkTool;
  readonly color: DrawingColor;
  readonly lineWidth: LineWidth;
}

/** Board units across, at even pressure. */
const WIDTHS: Readonly<Record<InkTool, Readonly<Record<LineWidth, number>>>> = {
  pen: { thin: 3, medium: 5, thick: 9 },
  marker: { thin: 14, medium: 22, thick: 34 },
};

/** How much pressure tells on the width: a marker's tip is broad and hard. */
export const THINNING: Readonly<Record<InkTool, number>> = { pen: 0.6, marker: 0 };

/** What lies under a marker's line can be read through it. */
export const INK_OPACITY: Readonly<Record<InkTool, number>> = { pen: 1, marker: 0.45 };

/** The theme's colour for it. */
export const inkToken = ({ tool, color }: Pick<InkStyle, 'tool' | 'color'>): string =>
  tool === 'marker' ? `--marker-${color}` : `--draw-${color}`;

export const inkWidth = ({ tool, lineWidth }: Pick<InkStyle, 'tool' | 'lineWidth'>): number =>
  WIDTHS[tool][lineWidth];

/** Half of the line where it is pressed hardest: this far it reaches out from its points. */
export const inkReach = (style: Pick<InkStyle, 'tool' | 'lineWidth'>): number =>
  inkWidth(style) * (0.5 + THINNING[style.tool] / 2);

/** What a stroke says it is drawn with; what it does not say is as a new pen has it. */
export const inkStyleOf = (fields: Readonly<Record<string, unknown>>): InkStyle => ({
  tool: oneOf(INK_TOOLS, fields['tool']) ?? 'pen',
  color: oneOf(DRAWING_COLORS, fields['color']) ?? 'ink',
  lineWidth: oneOf(LINE_WIDTHS, fields['lineWidth']) ?? 'medium',
});

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined =>
  all.find((each) => each === value);
