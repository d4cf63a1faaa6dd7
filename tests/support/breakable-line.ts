import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A network between a server and a port that a test can break: nothing passes, and neither side is told. */
export interface BreakableLine {
  readonly port: number;
  /** From now on bytes lie where they are, as packets do that nobody acknowledges. */
  breakOff(): void;
  mend(): void;
  stop(): Promise<void>;
}

export async function breakableLine(targetPort: number): Promise<BreakableLine> {
  const sockets = new Set<Socket>();
  let isBroken = false;
  const join = (from: Socket, to: Socket): void => {
    sockets.add(from);
    from.on('data', (bytes) => void to.write(bytes));
    from.on('error', () => from.destroy());
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
    if (isBroken) from.pause();
  };
  const server = createServer((near) => {
    const far = connect(targetPort, '127.0.0.1');
    join(near, far);
    join(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    breakOff() {
      isBroken = true;
      for (const socket of sockets) socket.pause();
    },
    mend() {
      isBroken = false;
      for (const socket of sockets) socket.resume();
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
