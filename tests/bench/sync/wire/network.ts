/** Large enough that a page of thousands of notes is some few reads. */
const READ_BUFFER_BYTES = 1 << 20;

/** What all sockets of the generator share: one buffer to read into, and the counts. */
export class Network {
  readonly buffer = Buffer.allocUnsafeSlow(READ_BUFFER_BYTES);
  framesIn = 0;
  bytesIn = 0;
  framesOut = 0;
  bytesOut = 0;
  /** Lines that broke though nobody here let go of them, by what was said. */
  readonly broken = new Map<string, number>();

  get brokenCount(): number {
    return [...this.broken.values()].reduce((sum, count) => sum + count, 0);
  }

  counts(): Pick<Network, 'framesIn' | 'bytesIn' | 'framesOut' | 'bytesOut'> {
    const { framesIn, bytesIn, framesOut, bytesOut } = this;
    return { framesIn, bytesIn, framesOut, bytesOut };
  }

  countBroken(why: string): void {
    this.broken.set(why, (this.broken.get(why) ?? 0) + 1);
  }
}
