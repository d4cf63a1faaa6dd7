import { describe, expect, it } from 'vitest';
import { HttpClient } from '#client/connection/http-client.ts';
import type { WorkshopId } from '#shared/kernel/ids.ts';

const NO_CONNECTION = { kind: 'no-connection', text: 'Ingen kontakt' };
const W = 'w1' as WorkshopId;

/** A client whose server answers with what the test hands in, and the requests it made. */
function clientOf(answer: () => Response | Promise<Response>) {
  const requests: { url: string; init: RequestInit }[] = [];
  const client = new HttpClient({
    fetch: (url, init) => {
      requests.push({ url, init });
      return Promise.resolve().then(answer);
    },
    language: () => 'sv',
    noConnection: () => NO_CONNECTION.text,
  });
  return { client, requests };
}

const json = (status: number, body: unknown): Response => Response.json(body, { status });

describe('a call to the server', () => {
  it('brings its answer', async () => {
    const { client, requests } = clientOf(() => json(200, { leader: true }));
    expect(await client.me()).toEqual({ ok: true, value: { leader: true } });
    expect(requests[0]?.url).toBe('/api/me');
    expect(new Headers(requests[0]?.init.headers).get('accept-language')).toBe('sv');
  });

  it('sends what was filled in as JSON', async () => {
    const { client, requests } = clientOf(() => json(200, {}));
    await client.join(W, { code: 'ACD346', name: 'Alice', organisation: '', role: 'elected' });
    const { url, init } = requests[0] ?? { url: '', init: {} };
    expect([url, init.method]).toEqual(['/api/workshops/w1/seats', 'POST']);
    expect(new Headers(init.headers).get('content-type')).toBe('application/json');
    expect(JSON.parse(init.body as string)).toEqual({
      code: 'ACD346',
      name: 'Alice',
      organisation: '',
      role: 'elected',
    });
  });

  it('keeps a code with strange characters inside its place in the address', async () => {
    const { client, requests } = clientOf(() => json(404, { error: { kind: 'unknown-code', text: '' } }));
    await client.lookUpCode('../me?x=1#y');
    expect(requests[0]?.url).toBe('/api/codes/..%2Fme%3Fx%3D1%23y');
  });

  it('says it worked where there is nothing to bring', async () => {
    const { client } = clientOf(() => new Response(null, { status: 204 }));
    expect(await client.leaveSeat(W)).toEqual({ ok: true, value: null });
  });

  it('brings a refusal with its kind and words', async () => {
    const error = { kind: 'unknown-code', text: 'Det finns ingen workshop med den koden.' };
    const { client } = clientOf(() => json(404, { error }));
    expect(await client.lookUpCode('AAAAAA')).toEqual({ ok: false, error });
  });

  it.each([
    ['the network is down', () => Promise.reject(new TypeError('fetch failed'))],
    ['a proxy answers with a page', () => new Response('<h1>502</h1>', { status: 502 })],
    ['the hotel’s sign-in page answers', () => new Response('<h1>Welcome</h1>', { status: 200 })],
    ['somebody else’s error comes', () => json(500, { message: 'oops' })],
    ['a kind comes that we do not know', () => json(400, { error: { kind: 'new-kind', text: 'x' } })],
  ])('is without connection when %s', async (_case, answer) => {
    const { client } = clientOf(answer);
    expect(await client.me()).toEqual({ ok: false, error: NO_CONNECTION });
  });
});
