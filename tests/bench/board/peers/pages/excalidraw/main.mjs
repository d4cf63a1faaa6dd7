/* global document, setTimeout */
import '@excalidraw/excalidraw/index.css';
import {
  CaptureUpdateAction,
  convertToExcalidrawElements,
  Excalidraw,
  reconcileElements,
} from '@excalidraw/excalidraw';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { FILLS, INKS, isPreparing, ownFile, plainBoard, publish, publishFile, startView } from '../start.mjs';

const file = isPreparing ? Promise.resolve({ elements: [] }) : ownFile('excalidraw');
const initialData = file.then(({ elements }) => ({
  elements,
  appState: isPreparing ? {} : viewState(startView()),
  scrollToContent: false,
}));
const api = await new Promise((resolve) =>
  createRoot(document.getElementById('app')).render(
    createElement(Excalidraw, { langCode: 'sv-SE', excalidrawAPI: resolve, initialData }),
  ),
);
await initialData;
if (isPreparing) await prepare();
else await open();

function viewState({ x, y, zoom }) {
  return { scrollX: -x, scrollY: -y, zoom: { value: zoom } };
}

/** A note is a filled rectangle with text bound to it, as people make them there. */
async function prepare() {
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const { notes, strokes } = await plainBoard();
  const drawn = strokes.map(({ id, color, points }) => ({
    type: 'freedraw',
    id,
    x: points[0][0],
    y: points[0][1],
    strokeColor: INKS[color],
    strokeWidth: 1,
    points: points.map(([x, y]) => [x - points[0][0], y - points[0][1]]),
    pressures: [],
    simulatePressure: true,
  }));
  const written = notes.map(({ id, box: [x, y, width, height], meaning, text }) => ({
    type: 'rectangle',
    id,
    x,
    y,
    width,
    height,
    backgroundColor: FILLS[meaning],
    strokeColor: '#1b1b1b',
    strokeWidth: 1,
    fillStyle: 'solid',
    label: { text, fontSize: 20, strokeColor: '#1b1b1b' },
  }));
  const elements = convertToExcalidrawElements([...drawn, ...written], { regenerateIds: false });
  for (const element of elements) if (element.type === 'freedraw') Object.assign(element, extentOf(element));
  publishFile({ elements });
}

function extentOf({ points }) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) };
}

async function open() {
  while (api.getSceneElements().length === 0) await new Promise((resolve) => setTimeout(resolve, 4));
  const known = new Map(api.getSceneElements().map((element) => [element.id, element]));
  const now = (id) => api.getSceneElements().find((element) => element.id === id);
  const moved = (element, x, y) => ({
    ...element,
    x,
    y,
    version: element.version + 1,
    versionNonce: Math.floor(Math.random() * 2 ** 31),
    updated: Date.now(),
  });
  publish({
    view: () => {
      const { scrollX, scrollY, zoom } = api.getAppState();
      return { x: -scrollX, y: -scrollY, zoom: zoom.value };
    },
    look: (view) => api.updateScene({ appState: viewState(view) }),
    place: (id) => [now(id).x, now(id).y],
    // As its own client for working together does it: what comes in is reconciled with the scene.
    moveAsOther: (id, [x, y]) => {
      const before = known.get(id);
      const label = known.get(before.boundElements?.[0]?.id);
      const after = [moved(before, x, y)];
      if (label) after.push(moved(label, label.x + x - before.x, label.y + y - before.y));
      for (const element of after) known.set(element.id, element);
      const all = api.getSceneElementsIncludingDeleted();
      const elements = reconcileElements(all, after, api.getAppState());
      api.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER });
    },
  });
}
