import type { Logger } from '#server/logger.ts';
import type { Standing } from '#server/storage/backups.ts';

export interface RestoreWatchOptions {
  readonly standing: () => Promise<Standing>;
  /** Lets go of everything in memory and of everybody connected. */
  readonly pause: () => Promise<void>;
  readonly goOn: () => Promise<void>;
  readonly logger: Logger;
}

/** How often servers look whether the store is being replaced; a restore waits several times as long. */
const LOOK_EVERY_MS = 1_000;

/** Holds a server still while the store under it is replaced by a backup, and starts it afresh on what is there then. */
export class RestoreWatch {
  readonly #options: RestoreWatchOptions;
  #generation: string;
  #isPaused = false;
  #looking: Promise<void> = Promise.resolve();
  readonly #timer: NodeJS.Timeout;

  private constructor(options: RestoreWatchOptions, { generation }: Standing) {
    this.#options = options;
    this.#generation = generation;
    this.#timer = setInterval(() => {
      this.#looking = this.#looking.then(() => this.#look());
    }, LOOK_EVERY_MS);
    this.#timer.unref();
  }

  static async start(options: RestoreWatchOptions): Promise<RestoreWatch> {
    return new RestoreWatch(options, await options.standing());
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  /** Never rejects: a database that does not answer is not one that is being replaced. */
  async #look(): Promise<void> {
    try {
      const { isRestoring, generation } = await this.#options.standing();
      if (isRestoring || generation !== this.#generation) await this.#pause();
      this.#generation = generation;
      if (!isRestoring && this.#isPaused) await this.#goOn();
    } catch (error) {
      this.#options.logger.warn('standing-unknown', { message: String(error) });
    }
  }

  async #pause(): Promise<void> {
    if (this.#isPaused) return;
    this.#isPaused = true;
    this.#options.logger.info('store-being-replaced');
    await this.#options.pause();
  }

  async #goOn(): Promise<void> {
    await this.#options.goOn();
    this.#isPaused = false;
    this.#options.logger.info('store-replaced');
  }
}
