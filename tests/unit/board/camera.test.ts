import { describe, expect, test } from 'vitest';
import type { Box } from '#shared/content/board-object.ts';
import {
  approach,
  firstLook,
  fit,
  pan,
  reveal,
  snapped,
  toBoard,
  toScreen,
  viewBox,
  ZOOM,
  zoomAt,
} from '#client/board/core/camera.ts';

const LAPTOP = { width: 1400, height: 800 };

const isInside = (box: Box, view: Box): boolean =>
  box[0] >= view[0] &&
  box[1] >= view[1] &&
  box[0] + box[2] <= view[0] + view[2] &&
  box[1] + box[3] <= view[1] + view[3];

describe('the camera', () => {
  const camera = { x: 100, y: -50, zoom: 0.5 };

  test('a hand that moves right moves what is seen to the right', () => {
    expect(toScreen(pan(camera, 30, 10), [100, -50])).toEqual([30, 10]);
  });

  test('zooming keeps what is under the pointer under it', () => {
    const at = [321, 123] as const;
    const before = toBoard(camera, at);
    const after = toBoard(zoomAt(camera, at, 1.7), at);
    expect(after[0]).toBeCloseTo(before[0]);
    expect(after[1]).toBeCloseTo(before[1]);
  });

  test('zooming ends at its limits', () => {
    expect(zoomAt(camera, [0, 0], 1000).zoom).toBe(ZOOM.most);
    expect(zoomAt(camera, [0, 0], 0.0001).zoom).toBe(ZOOM.least);
  });

  test('fitting shows everything, above the tools, at no more than natural size', () => {
    const box: Box = [-500, 200, 3000, 2500];
    const whole = fit(box, LAPTOP);
    expect(isInside(box, viewBox(whole, LAPTOP))).toBe(true);
    expect(toScreen(whole, [0, 2700])[1]).toBeLessThan(LAPTOP.height - 80);
    expect(fit([0, 0, 10, 10], LAPTOP).zoom).toBe(1);
  });

  test('a board is opened whole when it can be read so, and else at its beginning', () => {
    const small: Box = [0, 0, 1200, 600];
    expect(isInside(small, viewBox(firstLook(small, LAPTOP), LAPTOP))).toBe(true);
    const long: Box = [0, 0, 1400, 4000];
    const look = firstLook(long, LAPTOP);
    expect(look.zoom).toBeGreaterThan(0.9);
    expect(toScreen(look, [0, 0]).every((edge) => edge > 0 && edge < 60)).toBe(true);
    const phone = firstLook(long, { width: 390, height: 800 });
    expect(phone.zoom).toBe(0.4);
    expect(toScreen(phone, [0, 0])[0]).toBeGreaterThan(0);
  });

  test('what one has come for is in the middle, whole, and large enough to read', () => {
    const box: Box = [5000, -300, 200, 160];
    const near = approach({ x: 0, y: 0, zoom: 0.1 }, LAPTOP, box);
    expect(near.zoom).toBe(0.65);
    expect(toScreen(near, [5100, -220]).map(Math.round)).toEqual([700, 376]);
    expect(approach({ x: 0, y: 0, zoom: 0.8 }, LAPTOP, box).zoom).toBe(0.8);
    const tall: Box = [0, 0, 320, 2000];
    expect(isInside(tall, viewBox(approach(camera, LAPTOP, tall), LAPTOP))).toBe(true);
  });

  test('a camera at rest lies on whole pixels and has hardly moved', () => {
    const { x, y, zoom } = snapped({ x: 10.37, y: -3.99, zoom: 0.73 });
    expect(x * zoom).toBeCloseTo(Math.round(x * zoom), 9);
    expect(y * zoom).toBeCloseTo(Math.round(y * zoom), 9);
    expect(Math.abs(x - 10.37) * zoom).toBeLessThanOrEqual(0.5);
  });

  test('what is in sight is not moved for', () => {
    expect(reveal(camera, LAPTOP, [500, 300, 200, 160])).toBe(camera);
  });

  test('what is out of sight is brought in, moving no more than needed', () => {
    const moved = reveal({ x: 0, y: 0, zoom: 1 }, LAPTOP, [1500, 100, 200, 160]);
    expect(isInside([1500, 100, 200, 160], viewBox(moved, LAPTOP))).toBe(true);
    expect(moved.y).toBe(0);
    expect(moved.x).toBeLessThan(400);
  });

  test('what is larger than the view is shown about its middle', () => {
    const moved = reveal({ x: 0, y: 0, zoom: 1 }, { width: 300, height: 800 }, [1000, 100, 600, 160]);
    expect(moved.x + 150).toBeCloseTo(1300);
  });
});
