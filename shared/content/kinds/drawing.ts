/** Colours of what is drawn; each is a token of the theme, so that a board is readable in light and dark. */
export const DRAWING_COLORS = ['ink', 'blue', 'green', 'yellow', 'red', 'purple'] as const;
export type DrawingColor = (typeof DRAWING_COLORS)[number];

export const LINE_WIDTHS = ['thin', 'medium', 'thick'] as const;
export type LineWidth = (typeof LINE_WIDTHS)[number];
