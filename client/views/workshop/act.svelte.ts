import type { Session } from '#client/model/types.ts';
import type { Command } from '#shared/session/command.ts';

/** Acts of one part of the screen: one at a time, and the refusal is shown beside what was asked. */
export class Acts {
  readonly #session: Session;
  #busy = $state(false);
  #refusal = $state<string | null>(null);

  constructor(session: Session) {
    this.#session = session;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Why the last act did not happen, in the user's language. */
  get refusal(): string | null {
    return this.#refusal;
  }

  forget = (): void => {
    this.#refusal = null;
  };

  /** Whether it happened. A second tap while the first is under way does nothing. */
  async run(...commands: readonly Command[]): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    this.#refusal = null;
    for (const command of commands) {
      const ack = await this.#session.command(command);
      if (ack.ok) continue;
      this.#refusal = ack.error.text;
      break;
    }
    this.#busy = false;
    return this.#refusal === null;
  }
}
