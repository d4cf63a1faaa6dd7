import { spawnSync } from 'node:child_process';
import { ensureChromium } from '../../support/chromium.mjs';
import { plainBoard, type PlainBoard } from './boards/plain-board.ts';
import type { Contender } from './contender.ts';
import { installPeers } from './install-peers.ts';
import { HELP, readOptions, type BoardOptions } from './options.ts';
import { PeersSite } from './peers-site.ts';
import { peer, prepareBoard } from './peers.ts';
import { ProductSite } from './product.ts';
import type { Round } from './report/board-comparison.ts';
import { writeBoardReport } from './report/write-board-report.ts';
import { calibrate, GROUND, type Calibration } from './visit/calibrate.ts';
import type { Outcome } from './visit/reading.ts';
import { visit } from './visit/visit.ts';

/** `npm run bench -- board` */
export async function benchBoard(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (options === null) {
    console.log(HELP);
    return;
  }
  if (process.platform !== 'linux')
    throw new Error('the use of processors is read from /proc, which only Linux has');
  ensureChromium();
  const built = spawnSync(process.execPath, ['server/launch/build.mjs'], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the product could not be built');
  installPeers(options.contenders.filter((id) => id !== 'vagval'));
  const [product, peers] = await Promise.all([ProductSite.start(), PeersSite.start()]);
  try {
    await new BoardBench(options, product, peers).run();
  } finally {
    peers.stop();
    await product.stop();
  }
}

class BoardBench {
  readonly #options: BoardOptions;
  readonly #peersSite: PeersSite;
  readonly #ours: Contender;
  readonly #contenders: readonly Contender[];
  readonly #started = new Date();
  /** Who has given up on a board, and at which slowness: a larger one at the same is not tried. */
  readonly #beaten = new Set<string>();

  constructor(options: BoardOptions, product: ProductSite, peersSite: PeersSite) {
    this.#options = options;
    this.#peersSite = peersSite;
    this.#ours = product.contender();
    const peers = options.contenders.filter((id) => id !== 'vagval').map((id) => peer(peersSite, id));
    this.#contenders = [this.#ours, ...peers];
  }

  async run(): Promise<void> {
    const { plan } = this.#options;
    const rounds: Round[] = [];
    let browser = '';
    for (const size of plan.sizes) {
      const board = plainBoard(size);
      for (const { id } of this.#contenders) if (!this.#isOver()) await this.#prepare(id, board);
      const calibration = await calibrate(this.#ours, board);
      browser = calibration.browser;
      for (const throttle of plan.throttles) rounds.push(await this.#round(board, throttle, calibration));
    }
    await writeBoardReport({ started: this.#started, browser, options: this.#options, rounds });
  }

  /** A peer that cannot even make the board is told of in its row. */
  async #prepare(id: Contender['id'], board: PlainBoard): Promise<void> {
    try {
      await prepareBoard(this.#peersSite, id, board);
    } catch (error) {
      console.log(error instanceof Error ? error.message : error);
      for (const throttle of this.#options.plan.throttles) this.#beaten.add(`${id} ${throttle}`);
    }
  }

  async #round(board: PlainBoard, throttle: number, calibration: Calibration): Promise<Round> {
    const outcomes = new Map<Contender, Outcome>();
    for (const contender of this.#contenders) {
      const outcome = await this.#outcome(contender, board, throttle, calibration);
      outcomes.set(contender, outcome);
      const how = outcome.ok
        ? `${Math.round(outcome.reading.loading.completeMs)} ms to open`
        : outcome.reason;
      console.log(`${board.size} objects, ${throttle}×, ${contender.title}: ${how}`);
    }
    return { size: board.size, throttle, outcomes };
  }

  async #outcome(
    contender: Contender,
    board: PlainBoard,
    throttle: number,
    { window, first }: Calibration,
  ): Promise<Outcome> {
    if (this.#isOver()) return { ok: false, reason: 'the time for the whole run was over' };
    const key = `${contender.id} ${throttle}`;
    if (this.#beaten.has(key)) return { ok: false, reason: 'a smaller board was too much already' };
    const outcome = await visit(contender, board, {
      ...this.#options.plan,
      scenarios: this.#options.scenarios,
      throttle,
      window: contender === this.#ours ? window : GROUND,
      ground: GROUND,
      first,
    });
    if (!outcome.ok && contender !== this.#ours) this.#beaten.add(key);
    return outcome;
  }

  #isOver(): boolean {
    return Date.now() - this.#started.getTime() > this.#options.plan.runMs;
  }
}
