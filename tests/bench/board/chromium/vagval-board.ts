import type { BoardView } from './in-page.ts';

/**
 * Takes hold of the built product as a person does, since it has no door for benchmarks: where it looks is read from what is on the screen,
 * and it is led elsewhere by the wheel. Runs in the page.
 */
const groundOf = (): HTMLElement | null => document.querySelector('.board > .ground');

/** `translate(-20px, 10px) scale(0.5)`, as the board writes it. */
const TRANSFORM = /translate\((-?[\d.e-]+)px, (-?[\d.e-]+)px\) scale\(([\d.e-]+)\)/;

function viewNow(): BoardView {
  const camera = groundOf()?.querySelector<HTMLElement>('[style*="scale("]');
  const [, x, y, zoom] = TRANSFORM.exec(camera?.style.transform ?? '')?.map(Number) ?? [];
  if (x === undefined || y === undefined || zoom === undefined) throw new Error('where does it look?');
  return { x: -x / zoom, y: -y / zoom, zoom };
}

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

function turnWheel(deltaX: number, deltaY: number, ctrlKey: boolean): void {
  const ground = groundOf();
  const { left = 0, top = 0 } = ground?.getBoundingClientRect() ?? {};
  const options = { deltaX, deltaY, ctrlKey, clientX: left, clientY: top, bubbles: true, cancelable: true };
  ground?.dispatchEvent(new WheelEvent('wheel', options));
}

/** The wheel goes only so far at once, so it is turned until the board is there; or as far out as it goes. */
async function look(wanted: BoardView): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    const before = viewNow().zoom;
    const way = Math.log(wanted.zoom / before);
    if (Math.abs(way) < 0.002) break;
    turnWheel(0, -Math.max(-20, Math.min(20, way * 100)), true);
    await frame();
    if (viewNow().zoom === before) break;
  }
  // Further out than the board goes, the middle is to be the same.
  const view = viewNow();
  const { width = 0, height = 0 } = groundOf()?.getBoundingClientRect() ?? {};
  const shift = (1 / wanted.zoom - 1 / view.zoom) / 2;
  const [x, y] = [wanted.x + width * shift, wanted.y + height * shift];
  turnWheel((x - view.x) * view.zoom, (y - view.y) * view.zoom, false);
  await frame();
}

function placeOf(id: string): readonly [number, number] {
  const card = document.querySelector<HTMLElement>(`[data-card="${id}"]`);
  const [, x, y] = /translate\((-?[\d.e-]+)px, (-?[\d.e-]+)px\)/.exec(card?.style.transform ?? '') ?? [];
  if (x === undefined || y === undefined) throw new Error(`${id} is not on the screen`);
  return [Number(x), Number(y)];
}

const timer = setInterval(() => {
  if (groundOf() === null) return;
  clearInterval(timer);
  window.benchGround = () => groundOf()?.getBoundingClientRect() ?? new DOMRect();
  window.benchBoard = { view: viewNow, look, place: placeOf };
}, 20);
