import { setTimeout as wait } from 'node:timers/promises';
import { must } from '#shared/kernel/assert.ts';
import type { SeatId } from '#shared/kernel/ids.ts';
import type { WorkshopSummary } from '#shared/protocol/http.ts';
import { ApiClient, type SessionClient } from '../../support/api-client.ts';
import { seatedClient } from '../../support/seated-client.ts';
import { acknowledged, type AckedClient } from '../../support/sync-acked-client.ts';
import { addNote, isSynced } from '../../support/sync-stock-client.ts';

export const PAGE = 'inventory';
const EDIT_EVERY_MS = 40;
const TRY_AGAIN_MS = 200;

/** Somebody at a server who goes on writing, and votes, whatever happens. */
export class Member {
  readonly seatId: SeatId;
  readonly notes: string[] = [];
  readonly page: AckedClient;
  readonly #api: ApiClient;
  readonly #workshop: WorkshopSummary;
  #session: SessionClient | null = null;
  #timer: NodeJS.Timeout | undefined;
  #hasVanished = false;

  private constructor(api: ApiClient, url: string, workshop: WorkshopSummary, seatId: SeatId) {
    this.#api = api;
    this.#workshop = workshop;
    this.seatId = seatId;
    this.page = acknowledged(seatedClient(url, api, workshop.id, PAGE));
  }

  static async join(url: string, workshop: WorkshopSummary, name: string): Promise<Member> {
    const api = new ApiClient(() => url);
    const { seatId } = await api.join(workshop.code, name, 'elected');
    const member = new Member(api, url, workshop, must(seatId, 'a seat'));
    await member.#connected();
    return member;
  }

  get isThere(): boolean {
    return isSynced(this.page);
  }

  get isSaved(): boolean {
    return this.page.acknowledged() === this.page.edits();
  }

  get savedNotes(): readonly string[] {
    return this.notes.slice(0, this.page.acknowledged());
  }

  startWriting(): void {
    this.#timer = setInterval(() => {
      const id = `${this.seatId}-${this.notes.length}`;
      this.notes.push(id);
      addNote(this.page.doc, id, this.seatId);
    }, EDIT_EVERY_MS);
  }

  stopWriting(): void {
    clearInterval(this.#timer);
  }

  /** Casts one and the same ballot until it is received, as the page does; whether it was. */
  async vote(pollId: string, option: string): Promise<boolean> {
    const ballot = { kind: 'single', option };
    while (!this.#hasVanished) {
      try {
        const session = await this.#connected();
        if ((await session.ballot(pollId, `ballot-of-${this.seatId}`, ballot)).ok) return true;
      } catch {
        this.#session?.close();
        this.#session = null;
      }
      await wait(TRY_AGAIN_MS);
    }
    return false;
  }

  /** Is gone, and takes what was not acknowledged along. Returns what was. */
  vanish(): readonly string[] {
    this.#hasVanished = true;
    this.leave();
    return this.savedNotes;
  }

  leave(): void {
    this.stopWriting();
    this.page.provider.destroy();
    this.#session?.socket.io.engine.close();
    this.#session?.close();
  }

  async #connected(): Promise<SessionClient> {
    if (this.#session?.socket.connected !== true) this.#session = await this.#api.connect(this.#workshop.id);
    return this.#session;
  }
}
