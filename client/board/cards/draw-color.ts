import type { BoardObject } from '#shared/content/board-object.ts';

/** The theme's tokens for the colour of something drawn, as `client/styles/tokens/color.css` has them. */
export function drawColor({ fields }: BoardObject): { readonly line: string; readonly tint: string } {
  const color = typeof fields['color'] === 'string' && fields['color'] !== '' ? fields['color'] : 'ink';
  return { line: `var(--draw-${color})`, tint: `var(--draw-${color}-tint)` };
}
