import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { helpText, readOptions, type Options } from './config/options.ts';
import { addDemo } from './demo/add-demo.ts';
import { greeting } from './greeting.ts';
import { builtPages } from './http/pages-router.ts';
import { lanAddress } from './http/lan-address.ts';
import { isCommand, runCommand } from './operations/commands.ts';
import { jsonLogger } from './logger.ts';
import { startServer } from './vagval-server.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** Reads the options, starts, and stops on a signal. */
async function main(): Promise<void> {
  const [first, ...rest] = process.argv.slice(2);
  if (isCommand(first)) {
    const file = rest[0]?.startsWith('--') === false ? rest.shift() : undefined;
    process.exitCode = (await runCommand(first, file, readOptions(rest, process.env), say)) ? 0 : 1;
    return;
  }
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) {
    say(helpText());
    return;
  }
  const logger = jsonLogger(complain, { now: () => Date.now() });
  const server = await startServer(options, logger, async (http) =>
    options.dev ? (await import('./launch/dev-pages.ts')).devPages(http) : builtPages(clientDirectory()),
  );
  if (options.demo) await addDemo(server);
  say(
    greeting({
      port: server.port,
      host: options.host,
      lanAddress: reachable(options) ? lanAddress() : null,
      publicUrl: options.publicUrl,
      leaderSecret: server.leaderKey.secret,
      quiet: options.quiet,
    }),
  );
  process.on('uncaughtException', (error) => logger.error('uncaught', { message: String(error.stack) }));
  process.on('unhandledRejection', (error) => logger.error('unhandled', { message: String(error) }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

/** Beside the bundle: dist/server/main.js and dist/client. */
const clientDirectory = (): string => join(dirname(fileURLToPath(import.meta.url)), '..', 'client');

const reachable = ({ host }: Options): boolean => host === '0.0.0.0' || host === '::';

main().catch((error: unknown) => {
  complain(explain(error));
  process.exit(1);
});

/** The commonest reasons a server does not start, in words. */
function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'The port is taken. Choose another: npm start -- --port 8081';
  if (code === 'EACCES') return `Not allowed: ${message}`;
  return `Vägval could not start: ${message}`;
}
