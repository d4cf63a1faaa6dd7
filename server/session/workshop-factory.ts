import type { Clock } from '#shared/kernel/clock.ts';
import { randomId, type RandomBytes, type WorkshopId } from '#shared/kernel/ids.ts';
import { fillPage } from '#shared/modules/templates/fill-page.ts';
import { template } from '#shared/modules/templates/template.ts';
import type { WorkshopTemplate } from '#shared/modules/templates/workshop-template.ts';
import { randomJoinCode } from '#shared/protocol/join-code.ts';
import type { Language, TemplateId } from '#shared/session/workshop-state.ts';
import { newSecret } from '#server/auth/secret.ts';
import type { PendingEvent, WorkshopRow, WorkshopStore } from '#server/storage/workshop-store.ts';
import type { PageStore } from '#server/sync/sync-port.ts';

export interface WorkshopOrder {
  readonly template: TemplateId;
  readonly title: string;
  readonly organisation: string;
  readonly place: string;
  readonly language: Language;
}

/** Makes workshops from templates: the pages first, then the workshop itself, so that nobody can enter a half-made one. */
export class WorkshopFactory {
  readonly #store: WorkshopStore;
  readonly #pages: PageStore;
  readonly #clock: Clock;
  readonly #random: RandomBytes;

  constructor(options: {
    readonly store: WorkshopStore;
    readonly pages: PageStore;
    readonly clock: Clock;
    readonly random: RandomBytes;
  }) {
    this.#store = options.store;
    this.#pages = options.pages;
    this.#clock = options.clock;
    this.#random = options.random;
  }

  async create(order: WorkshopOrder): Promise<WorkshopRow> {
    const id = randomId(this.#random) as WorkshopId;
    const blueprint = template(order.template, order.language);
    const now = this.#clock.now();
    for (const page of blueprint.pages) {
      await this.#pages.create(id, page.id, (doc) => fillPage(doc, page.objects, now));
    }
    const row: WorkshopRow = {
      id,
      code: await this.#freeCode(),
      leaderSecret: newSecret(),
      reviewSecret: newSecret(),
      createdAt: now,
    };
    await this.#store.createWorkshop(row, createdEvent(order, blueprint, now));
    return row;
  }

  async #freeCode(): Promise<string> {
    for (;;) {
      const code = randomJoinCode(this.#random);
      if ((await this.#store.workshopByCode(code)) === null) return code;
    }
  }
}

const createdEvent = (order: WorkshopOrder, blueprint: WorkshopTemplate, at: number): PendingEvent => ({
  at,
  by: null,
  happening: {
    type: 'workshop-created',
    ...order,
    pages: blueprint.pages.map(({ id, module, title }) => ({ id, module, title })),
    agenda: blueprint.agenda,
    groups: blueprint.groups,
  },
});
