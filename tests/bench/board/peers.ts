import { existsSync } from 'node:fs';
import { BenchBrowser } from './chromium/bench-browser.ts';
import type { Contender, ContenderId, Look } from './contender.ts';
import type { PlainBoard } from './boards/plain-board.ts';
import { boardFile, writeBoard, type PeersSite } from './peers-site.ts';
import { versionOf } from './install-peers.ts';

const PACKAGES: Readonly<Record<Exclude<ContenderId, 'vagval'>, string>> = {
  excalidraw: '@excalidraw/excalidraw',
  tldraw: 'tldraw',
  svelteflow: '@xyflow/svelte',
};
/** These have a file format of their own, which is made before anything is measured. */
const HAVE_OWN_FILES: ReadonlySet<ContenderId> = new Set(['excalidraw', 'tldraw']);
const PREPARE_MS = 120_000;

export const peer = (site: PeersSite, id: Exclude<ContenderId, 'vagval'>): Contender => ({
  id,
  title: versionOf(PACKAGES[id]),
  moveRemotely: null,
  async visit(browser: BenchBrowser, { size }: PlainBoard, { center: [x, y], zoom }: Look) {
    await browser.goTo(`${site.url}/${id}/?size=${size}&x=${x}&y=${y}&zoom=${zoom}`);
  },
});

/** Makes the board as a file of the peer's own, by letting the peer make it. */
export async function prepareBoard(site: PeersSite, id: ContenderId, board: PlainBoard): Promise<void> {
  if (!existsSync(boardFile(`plain-${board.size}`))) writeBoard(`plain-${board.size}`, JSON.stringify(board));
  const name = `${id}-${board.size}`;
  if (!HAVE_OWN_FILES.has(id) || existsSync(boardFile(name))) return;
  const browser = await BenchBrowser.open({ width: 1280, height: 800 }, []);
  try {
    await browser.goTo(`${site.url}/${id}/?size=${board.size}&prepare`);
    await browser.until('window.benchFile', PREPARE_MS, `${id}'s own file of ${board.size} objects`);
    writeBoard(name, await browser.evaluate<string>('window.benchFile'));
  } finally {
    await browser.close();
  }
}
