import type { ScreenCanvas } from '#client/board/tiles/tile-layer.ts';
import type { Box } from '#shared/content/board-object.ts';

const nothing = (): void => undefined;

/** A canvas that draws nothing and keeps what was asked of it. */
export class RecordingCanvas implements ScreenCanvas {
  readonly image = {} as CanvasImageSource;
  readonly filled: Box[] = [];
  readonly texts: string[] = [];
  drawn = 0;
  fillStyle = '';
  strokeStyle = '';
  font = '';
  globalAlpha = 1;
  lineCap = 'butt' as const;
  lineJoin = 'miter' as const;
  lineWidth = 1;
  textAlign = 'start' as const;
  textBaseline = 'alphabetic' as const;
  readonly beginPath = nothing;
  readonly clearRect = nothing;
  readonly clip = nothing;
  readonly closePath = nothing;
  readonly ellipse = nothing;
  readonly fill = nothing;
  readonly lineTo = nothing;
  readonly moveTo = nothing;
  readonly rect = nothing;
  readonly restore = nothing;
  readonly rotate = nothing;
  readonly roundRect = nothing;
  readonly save = nothing;
  readonly scale = nothing;
  readonly setLineDash = nothing;
  readonly setTransform = nothing;
  readonly stroke = nothing;
  readonly strokeRect = nothing;
  readonly translate = nothing;

  fillRect(x: number, y: number, width: number, height: number): void {
    this.filled.push([x, y, width, height]);
  }

  fillText(text: string): void {
    this.texts.push(text);
  }

  drawImage(): void {
    this.drawn += 1;
  }

  measureText(text: string): TextMetrics {
    return { width: text.length * 50 } as TextMetrics;
  }
}
