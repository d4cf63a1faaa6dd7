import { createReadStream, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { dirname, extname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { peerFile } from './peer-file.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const COMPRESSED: ReadonlySet<string> = new Set(['.html', '.js', '.css', '.json', '.svg']);

/** Serves the peers' pages and boards, compressed with brotli once and ahead of what is measured, as our own build is. */
export class PeersSite {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<PeersSite> {
    const server = createServer(serve).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new PeersSite(server);
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

export const boardFile = (name: string): string => peerFile('node_modules', '.boards', `${name}.json`);

export function writeBoard(name: string, json: string): void {
  const file = boardFile(name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, json);
  compressed(file);
}

function serve({ url = '/' }: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(url, 'http://localhost');
  const file = fileFor(decodeURIComponent(pathname));
  if (file === null) {
    response.writeHead(404).end();
    return;
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  if (COMPRESSED.has(extname(file)))
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'br' }).end(compressed(file));
  else createReadStream(file).pipe(response.writeHead(200, { 'content-type': type }));
}

function fileFor(path: string): string | null {
  const board = /^\/boards\/([a-z]+-\d+)\.json$/.exec(path)?.[1];
  const page = path.endsWith('/') ? `${path}index.html` : path;
  const file =
    board === undefined ? peerFile('node_modules', '.pages', ...page.split('/')) : boardFile(board);
  return !path.includes('..') && existsSync(file) && statSync(file).isFile() ? file : null;
}

/** Best for what ships, quick for boards, whose size is not compared. */
function compressed(file: string): Buffer {
  const kept = `${file}.br`;
  if (existsSync(kept) && statSync(kept).mtimeMs >= statSync(file).mtimeMs) return readFileSync(kept);
  const quality = extname(file) === '.json' ? 5 : constants.BROTLI_MAX_QUALITY;
  const bytes = brotliCompressSync(readFileSync(file), {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality },
  });
  writeFileSync(kept, bytes);
  return bytes;
}
