import { benchBoard } from './board/bench.ts';
import { benchCluster } from './cluster/bench.ts';
import { benchSync } from './sync/bench.ts';

const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  sync: benchSync,
  cluster: benchCluster,
  board: benchBoard,
};

const [name = '', ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench === undefined) {
  console.error(`npm run bench -- NAME [--help]\nNAME is one of: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(1);
}
try {
  await bench(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
