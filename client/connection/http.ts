import { language, messages } from '#client/model/messages.svelte.ts';
import { HttpClient } from './http-client.ts';

/** The client every view calls. It speaks the language of the page. */
export const http = new HttpClient({
  fetch: (url, init) => fetch(url, init),
  language,
  noConnection: () => messages('common').noConnection,
});
