import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SeatInfo, StoredImage, WorkshopSummary } from '#shared/protocol/http.ts';
import { IMAGE_MAX_BYTES } from '#shared/protocol/limits.ts';
import { ApiClient } from '../../support/api-client.ts';
import { ServerProcess } from '../../support/server-process.ts';

const PAGE = 'inventory';
let server: ServerProcess;
let leader: ApiClient;
let workshop: WorkshopSummary;

beforeAll(async () => {
  server = await ServerProcess.start();
  leader = new ApiClient(() => server.url);
  await leader.signIn(server.leaderSecret);
  workshop = await leader.createWorkshop();
  await leader.call<SeatInfo>('GET', `/workshops/${workshop.id}/seat`);
});
afterAll(() => server.stop());

const address = (page: string) => `${server.url}/api/workshops/${workshop.id}/pages/${page}/files`;

const send = (person: ApiClient, bytes: Uint8Array, page = PAGE): Promise<Response> =>
  fetch(address(page), {
    method: 'POST',
    headers: { cookie: person.cookieHeader, 'content-type': 'image/jpeg' },
    body: Buffer.from(bytes),
  });

const fetchFile = (person: ApiClient, hash: string, page = PAGE): Promise<Response> =>
  fetch(`${address(page)}/${hash}`, { headers: { cookie: person.cookieHeader } });

const kindOf = async (response: Response) =>
  ((await response.json()) as { error: { kind: string } }).error.kind;

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3366cc' } });

async function joined(name: string, role: Parameters<ApiClient['join']>[2]): Promise<ApiClient> {
  const person = new ApiClient(() => server.url);
  await person.join(workshop.code, name, role);
  return person;
}

describe('a picture on a page', () => {
  test('is stored upright, without what else its file carried, under the hash of what is stored', async () => {
    const photo = await blank(80, 40)
      .withMetadata({ orientation: 6, exif: { IFD0: { Artist: 'Alice Andersson' } } })
      .jpeg()
      .toBuffer();
    expect(photo.includes('Alice Andersson')).toBe(true);

    const answer = await send(leader, photo);
    expect(answer.status).toBe(200);
    const image = (await answer.json()) as StoredImage;
    const stored = await fetchFile(leader, image.hash);
    const bytes = Buffer.from(await stored.arrayBuffer());

    expect(stored.status).toBe(200);
    expect(stored.headers.get('content-type')).toBe('image/webp');
    expect(stored.headers.get('cache-control')).toBe('private, no-store');
    expect(stored.headers.get('x-content-type-options')).toBe('nosniff');
    expect(stored.headers.get('content-security-policy')).toContain('sandbox');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(image.hash);
    expect(bytes.includes('Alice Andersson')).toBe(false);
    const { width, height, exif } = await sharp(bytes).metadata();
    expect([width, height, exif]).toEqual([40, 80, undefined]);
    expect([image.width, image.height]).toEqual([40, 80]);
  });

  test('is made no larger than a projector shows', async () => {
    const answer = await send(leader, await blank(4_000, 1_000).png().toBuffer());
    expect(await answer.json()).toMatchObject({ width: 2_560, height: 640 });
  });

  test.each([
    ['text that says it is a picture', Buffer.from('hello')],
    ['a drawing that is a program', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['the beginning of a picture and nonsense after it', Buffer.from([0xff, 0xd8, 0xff, 1, 2, 3, 4, 5])],
    ['nothing', Buffer.alloc(0)],
  ])('%s is refused in words', async (_, bytes) => {
    const answer = await send(leader, bytes);
    expect(answer.status).toBe(415);
    expect(await kindOf(answer)).toBe('not-an-image');
  });

  test('half a picture is refused', async () => {
    const whole = await sharp(Buffer.alloc(300 * 300 * 3, 7), {
      raw: { width: 300, height: 300, channels: 3 },
    })
      .jpeg()
      .toBuffer();
    expect((await send(leader, whole.subarray(0, whole.length / 2))).status).toBe(415);
  });

  test('a small file of very many pixels is refused before it is decoded', async () => {
    const bomb = await blank(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(IMAGE_MAX_BYTES);
    expect((await send(leader, bomb)).status).toBe(415);
  });

  test('more bytes than one may send are refused', async () => {
    const answer = await send(leader, Buffer.alloc(IMAGE_MAX_BYTES + 1));
    expect(answer.status).toBe(413);
  });

  test('is for those who may read the page, and put there by those who may write on it', async () => {
    const recused = await joined('Carol', 'network-head');
    const stranger = new ApiClient(() => server.url);
    const bytes = await blank(20, 20).png().toBuffer();
    const put = await send(leader, bytes, 'choices');
    expect(put.status).toBe(200);
    const { hash } = (await put.json()) as StoredImage;

    for (const [person, status] of [
      [leader, 200],
      [recused, 403],
      [stranger, 401],
    ] as const) {
      expect((await fetchFile(person, hash, 'choices')).status).toBe(status);
      if (person !== leader) expect((await send(person, bytes, 'choices')).status).toBe(status);
    }
    // The same bytes under another page's address are nobody's.
    expect((await fetchFile(leader, hash)).status).toBe(404);
    expect((await fetchFile(leader, 'x'.repeat(64), 'choices')).status).toBe(404);
  });

  test('comes from our own pages only', async () => {
    const answer = await fetch(address(PAGE), {
      method: 'POST',
      headers: { cookie: leader.cookieHeader, origin: 'https://elsewhere.example' },
      body: Buffer.from(await blank(20, 20).png().toBuffer()),
    });
    expect(answer.status).toBe(403);
  });
});
