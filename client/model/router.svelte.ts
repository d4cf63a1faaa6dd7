import { hidesSecret, parseRoute, type Route } from './route.ts';

/** Where the person is, from the address bar. */
export class Router {
  #current = $state.raw<Route>({ view: 'start' });
  readonly #window: Window;
  #moved = false;

  constructor(window: Window) {
    this.#window = window;
    this.#read();
    window.addEventListener('popstate', this.#read);
    window.addEventListener('hashchange', this.#read);
  }

  get current(): Route {
    return this.#current;
  }

  /** Whether we have gone from one view to another since the browser loaded the page. */
  get moved(): boolean {
    return this.#moved;
  }

  /** To another view of ours; *back* leads here again. */
  go(path: string): void {
    this.#window.history.pushState(null, '', path);
    this.#moved = true;
    this.#read();
    this.#window.scrollTo(0, 0);
  }

  /** In place of this one: *back* does not lead to a link that is used up. */
  replace(path: string): void {
    this.#window.history.replaceState(null, '', path);
    this.#moved = true;
    this.#read();
  }

  #read = (): void => {
    const { location, history } = this.#window;
    const route = parseRoute(location);
    // A secret leaves the address bar before anybody can read it over a shoulder or from a projector.
    if (hidesSecret(route)) history.replaceState(null, '', location.pathname);
    this.#current = route;
  };
}
