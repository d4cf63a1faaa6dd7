import type { Page } from '#client/model/types.ts';
import type { Camera } from './core/camera.ts';

/** Where this person looked last on each open page: after a turn to the table they find their place again. */
const cameras = new WeakMap<Page, Camera>();

export const cameraOf = (page: Page): Camera | null => cameras.get(page) ?? null;

export const rememberCamera = (page: Page, camera: Camera): void => {
  cameras.set(page, camera);
};
