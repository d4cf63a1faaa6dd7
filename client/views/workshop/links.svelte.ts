import { http } from '#client/connection/http.ts';
import type { WorkshopId } from '#shared/kernel/ids.ts';
import type { Invitation } from '#shared/protocol/http.ts';

/** The code and links of the workshop, fetched when something first shows them. */
export class Links {
  readonly #workshopId: WorkshopId;
  #asked = false;
  invitation = $state.raw<Invitation | null>(null);
  /** Why they could not be fetched, in the user's language. */
  refusal = $state<string | null>(null);

  constructor(workshopId: WorkshopId) {
    this.#workshopId = workshopId;
  }

  async load(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    const reply = await http.invitation(this.#workshopId);
    if (reply.ok) this.invitation = reply.value;
    this.refusal = reply.ok ? null : reply.error.text;
    this.#asked = reply.ok;
  }
}
