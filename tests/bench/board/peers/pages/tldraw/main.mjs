/* global document */
import 'tldraw/tldraw.css';
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { compressLegacySegments, createShapeId, getSnapshot, Tldraw, toRichText } from 'tldraw';
import { isPreparing, ownFile, plainBoard, publish, publishFile, startView } from '../start.mjs';

const COLORS = {
  idea: 'yellow',
  need: 'light-blue',
  question: 'light-violet',
  risk: 'light-red',
  strength: 'light-green',
};
const INKS = { ink: 'black', blue: 'blue', red: 'red' };

const file = isPreparing ? null : await ownFile('tldraw');
createRoot(document.getElementById('app')).render(
  createElement(
    'div',
    { style: { position: 'fixed', inset: 0 } },
    createElement(Tldraw, {
      assetUrls: getAssetUrlsByImport(),
      snapshot: file ?? undefined,
      options: {
        maxShapesPerPage: 20_000,
        camera: { zoomSteps: [0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8] },
      },
      onMount: (editor) => void (isPreparing ? prepare(editor) : open(editor)),
    }),
  ),
);

async function prepare(editor) {
  const { notes, strokes } = await plainBoard();
  const drawn = strokes.map(({ id, color, points }) => ({
    id: createShapeId(id),
    type: 'draw',
    x: points[0][0],
    y: points[0][1],
    props: {
      color: INKS[color],
      size: 's',
      isComplete: true,
      segments: compressLegacySegments([
        {
          type: 'free',
          points: points.map(([x, y]) => ({ x: x - points[0][0], y: y - points[0][1], z: 0.5 })),
        },
      ]),
    },
  }));
  const written = notes.map(({ id, box: [x, y], meaning, text }) => ({
    id: createShapeId(id),
    type: 'note',
    x,
    y,
    props: { color: COLORS[meaning], size: 's', richText: toRichText(text) },
  }));
  editor.run(() => editor.createShapes([...drawn, ...written]));
  publishFile({ document: getSnapshot(editor.store).document });
}

function open(editor) {
  const look = ({ x, y, zoom }) => editor.setCamera({ x: -x, y: -y, z: zoom }, { immediate: true });
  look(startView());
  publish({
    view: () => {
      const { x, y, z } = editor.getCamera();
      return { x: -x, y: -y, zoom: z };
    },
    look,
    place: (id) => {
      const { x, y } = editor.getShape(createShapeId(id));
      return [x, y];
    },
    moveAsOther: (id, [x, y]) =>
      editor.store.mergeRemoteChanges(() =>
        editor.store.update(createShapeId(id), (shape) => ({ ...shape, x, y })),
      ),
  });
}
