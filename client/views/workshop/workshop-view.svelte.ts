import { createContext } from 'svelte';
import type { Session } from '#client/model/types.ts';
import { Links } from './links.svelte.ts';
import type { Layout, PageView } from './page-views.ts';
import { stageFor, turnTo, type Stage } from './stage.ts';

/** Where one person is in the workshop: what the screen shows, and what they have turned to by themselves. */
export class WorkshopView {
  readonly #session: Session;
  #openActivity = $state<string | null>(null);
  #lookedAt = $state<string | null>(null);
  readonly #stage: Stage;
  readonly #pageId: string | null;
  readonly #behind: boolean;
  /** The view a person chose, by the width they chose it at. */
  chosenViews = $state<Partial<Record<Layout, PageView>>>({});
  readonly links: Links;

  constructor(session: Session) {
    this.#session = session;
    this.#openActivity = session.state.currentActivity;
    this.#stage = $derived(stageFor(session.state, session.seatId, this.#openActivity, this.#lookedAt));
    // Derived by themselves: every event makes the stage anew, and what hangs on these must not start anew with it.
    this.#pageId = $derived(this.#stage.kind === 'page' ? this.#stage.page.id : null);
    this.#behind = $derived(session.state.currentActivity !== this.#openActivity);
    this.links = new Links(session.state.id);
  }

  get stage(): Stage {
    return this.#stage;
  }

  /** The page whose document is needed now. */
  get pageId(): string | null {
    return this.#pageId;
  }

  /** The person looks at something else than what is going on. */
  get elsewhere(): boolean {
    return this.#stage.kind === 'page' && this.#stage.activity === null;
  }

  /** The leader has gone on and this screen has not yet. */
  get behind(): boolean {
    return this.#behind;
  }

  lookAt(pageId: string): void {
    this.#lookedAt = turnTo(this.#session.state, pageId);
  }

  /** To what is going on. */
  moveOn(): void {
    this.#openActivity = this.#session.state.currentActivity;
    this.#lookedAt = null;
  }
}

export const [getView, setView] = createContext<WorkshopView>();
