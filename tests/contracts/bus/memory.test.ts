import { LossyLine } from '../../support/lossy-bus.ts';
import { busContract } from './bus-contract.ts';

busContract(() => {
  const line = new LossyLine({ loses: () => false, copies: () => 1, delay: () => 0 });
  return Promise.resolve({
    join: () => line.end(),
    takeDown() {
      line.down();
      return Promise.resolve();
    },
    bringUp() {
      line.up();
      return Promise.resolve();
    },
  });
});
