import type { WorkshopId } from '#shared/kernel/ids.ts';
import type { Turnout } from '#shared/protocol/session-socket.ts';
import type { WorkshopState } from '#shared/session/workshop-state.ts';

interface TurnoutSource {
  state(workshop: WorkshopId): Promise<WorkshopState | null>;
  turnoutOf(
    workshop: WorkshopId,
    pollId: string,
  ): Promise<{ readonly pageId: string; readonly turnout: Turnout } | null>;
}

/** Looks how many have voted in the polls that are open: a server that is cut off cannot tell of the ballots it has taken. */
export class TurnoutWatch {
  readonly #source: TurnoutSource;
  readonly #announce: (workshop: WorkshopId, pageId: string, turnout: Turnout) => void;
  #received: ReadonlyMap<string, number> = new Map();

  constructor(
    source: TurnoutSource,
    announce: (workshop: WorkshopId, pageId: string, turnout: Turnout) => void,
  ) {
    this.#source = source;
    this.#announce = announce;
  }

  async look(workshops: Iterable<WorkshopId>): Promise<void> {
    const received = new Map<string, number>();
    for (const workshop of workshops) {
      const polls = (await this.#source.state(workshop))?.polls ?? [];
      for (const { id, status } of polls) {
        const isOpen = status === 'open';
        // One that has been closed since the last look is counted once more.
        if (!isOpen && !this.#received.has(id)) continue;
        const count = await this.#count(workshop, id);
        if (isOpen) received.set(id, count);
      }
    }
    this.#received = received;
  }

  async #count(workshop: WorkshopId, pollId: string): Promise<number> {
    const found = await this.#source.turnoutOf(workshop, pollId);
    if (found === null) return 0;
    const { received } = found.turnout;
    if (received !== this.#received.get(pollId)) this.#announce(workshop, found.pageId, found.turnout);
    return received;
  }
}
