import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to PostgreSQL that a test can cut. */
export interface PostgresProxy {
  readonly url: string;
  /** Passes the next COMMIT on to the database, or not, and then cuts the connection it came on before any answer. */
  cutNextCommit(passOn: boolean): void;
  stop(): Promise<void>;
}

export async function startPostgresProxy(databaseUrl: string): Promise<PostgresProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let cut: { readonly passOn: boolean } | null = null;

  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    database.on('data', (chunk) => {
      if (!client.destroyed) client.write(chunk);
    });
    database.on('close', () => client.destroy());
    client.on('close', () => database.end());
    client.on('data', (chunk) => {
      if (cut === null || !isCommit(chunk)) {
        database.write(chunk);
        return;
      }
      const { passOn } = cut;
      cut = null;
      // The answer has nobody to go to: the client is gone before it can come.
      client.destroy();
      if (passOn) database.end(chunk);
      else database.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cutNextCommit(passOn) {
      cut = { passOn };
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Sent alone, as the driver waits for the answer of everything before it. */
const isCommit = (chunk: Buffer) => /\bcommit\b/i.test(chunk.toString('latin1'));
