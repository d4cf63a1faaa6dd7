import type { openPage } from '#client/model/page-model.svelte.ts';
import type { Page, Session } from '#client/model/types.ts';

/** The page on screen. Opening the next closes the one before: a phone has one document in its hands at a time. */
export class PageHolder {
  readonly #session: Session;
  #current = $state.raw<Page | null>(null);
  /** The code for pages could not be fetched. */
  #failed = $state(false);

  constructor(session: Session) {
    this.#session = session;
  }

  get current(): Page | null {
    return this.#current;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Opens a page; the function returned closes it, also when it has not come yet. */
  hold(pageId: string): () => void {
    let wanted = true;
    this.#failed = false;
    void fetchOpener().then((opener) => {
      if (!wanted) return;
      if (opener === null) this.#failed = true;
      else this.#current = opener({ workshopId: this.#session.state.id, pageId, session: this.#session });
    });
    return () => {
      wanted = false;
      this.#current?.close();
      this.#current = null;
    };
  }
}

/** `null` when the code could not be fetched: a phone between two access points. The screen offers to try again. */
async function fetchOpener(): Promise<typeof openPage | null> {
  try {
    return (await import('#client/model/page-model.svelte.ts')).openPage;
  } catch {
    return null;
  }
}
