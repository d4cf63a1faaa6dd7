import { FRAME_MAX_BYTES, UPDATE_MAX_BYTES } from '#shared/protocol/limits.ts';

/**
 * What one connection, one page and one server may use. The numbers are generous to people and mean to programs: nobody who edits
 * by hand comes near them. Times in milliseconds, sizes in bytes.
 */
export const SYNC_LIMITS = {
  /** The largest frame read at all: a SyncStep2 with everything written in a long spell offline. */
  frameMaxBytes: FRAME_MAX_BYTES,
  /** The largest single update; a pasted table of some thousand cells. */
  updateMaxBytes: UPDATE_MAX_BYTES,
  /** A state vector is some ten bytes per client id; a page with 10,000 of them is still below this. */
  stateVectorMaxBytes: 128 * 1024,
  /** Structs in one update: an offline day of typing. Decoding so many takes a tenth of a second, and the others wait for it. */
  structsMax: 100_000,
  /** Ranges of deleted clocks in one update: twice what a page has that 500 people wrote all day. A quarter of a second. */
  deletionsMax: 500_000,
  /** Strings and values in one update, those within others counted: some 6,000 lines drawn by hand while offline. A third of a second. */
  valuesMax: 2_000_000,
  /** Values within values of one field; a placed result has some four levels. Reading recurses. */
  valueDepthMax: 32,
  /** Types within types; a page needs three (root, object, text). Deleting recurses, so the depth must be small. */
  depthMax: 4,
  /** Items Yjs may step over to place one update's: some 100 ms. What two people wrote at one spot, apart for a day, is a hundredth. */
  integrationStepsMax: 1_000_000,
  /** One struct's length: no person deletes more at once. Yjs itself takes 2^50, which would burn the clock space of a client id. */
  structLengthMax: 1 << 24,
  /** A stock client's update never leaves a gap; a connection that does it again after being told what is missing is not one. */
  gapsMax: 3,
  /** A reload takes a new client id when it writes: this many reloads of one page by one person. */
  clientIdsPerSeatMax: 2_000,

  /**
   * Work a connection may cause, in units of about 50 µs: an update costs one, what is dearer costs more (see `WORK`). Above it the socket is
   * simply not read for a while, so an honest burst is late and a flood is somebody's own problem. Dragging at 20 Hz with presence
   * and barriers is some 40 a second.
   */
  workPerSecond: 100,
  workBurst: 1_000,
  /** Bytes read; the burst admits one full frame after an offline spell. */
  bytesPerSecond: 512 * 1024,
  bytesBurst: 2 * FRAME_MAX_BYTES,
  /** A connection throttled this long without a pause is a flood and is closed. */
  throttledMaxMs: 60_000,
  /** What counts as a pause: this long within what it is entitled to. */
  throttlePauseMs: 1_000,
  /** A laptop, a phone, and some tabs. Each open page costs memory. */
  connectionsPerSeatMax: 12,
  /**
   * Sockets of one address of which it is not known yet whose they are. Finding out takes milliseconds; after a restart 1,000 people
   * behind one address may come back at once, with a board on a laptop and cards on a phone.
   */
  waitingPerAddressMax: 2_000,
  /** Sockets of one address that have been refused and have not hung up yet, for `closeTimeoutMs` at most. Those beyond are hung up on. */
  refusedPerAddressMax: 500,

  /** One awareness state as JSON: a cursor, a selection, a gesture. */
  awarenessMaxBytes: 1024,
  /** States sent in one tick at most, the latest first: 60 moving cursors are more than a screen can show. */
  awarenessPerTick: 60,
  /** Everybody forgets a state after 30 s; the server renews those of open connections at half of it. */
  awarenessRenewMs: 15_000,

  /** More than this unsent and a connection gets no cursors: the next tick repairs that. */
  dropAwarenessAboveBytes: 64 * 1024,
  /** More than this unsent and it gets no updates either, and one diff when it has drained. */
  holdUpdatesAboveBytes: 1024 * 1024,
  /** More than this unsent, beyond its last whole answer, and it is cut off: it resyncs from its state vector when it comes back. */
  terminateAboveBytes: 4 * 1024 * 1024,
  /** A held connection that takes nothing for this long is gone. */
  stalledMaxMs: 10_000,

  /** y-websocket gives up after 30 s without a message; a third of that survives one lost tick. Also the ping interval. */
  heartbeatMs: 12_000,
  /** A large page on a slow line keeps a ping waiting behind it; a line that is silent for three heartbeats is dead. */
  pingsUnansweredMax: 3,
  /** A client that does not answer a close is let go of after this; until then it costs a socket. */
  closeTimeoutMs: 5_000,
  /** After writing is locked, an edit on its way still counts until the client says it has stopped, or this long. */
  lockGraceMs: 2_000,
  /** Servers tell each other this often how far the log of a page goes and who is on it. */
  nodeBeatMs: 1_000,
  /** While the line between them is down, each looks into the log this often … */
  nodePollMs: 500,
  /** … and while it seems to be up, this often all the same: a server that cannot be heard is not known to be there. */
  nodeLookMs: 2_000,
  /** The cursors of a server that has said nothing for this long are taken away; with a beat on top it is less than ten seconds. */
  nodeSilentMs: 8_000,

  /** A page nobody has open leaves memory. Long enough for a reload, short enough for a server full of workshops. */
  idleUnloadMs: 60_000,
  /** A snapshot after so many rows or bytes bounds how long loading takes (about 100 ms). */
  snapshotEveryRows: 2_000,
  snapshotEveryBytes: 1024 * 1024,
  /** After a snapshot that failed: the next row is no reason to try at once. */
  snapshotRetryMs: 30_000,
  /** Encoding takes a thread its time; of one page, at most this share of it goes to snapshots … */
  snapshotShareMax: 0.05,
  /** … and this much to the state for those who join. */
  stateShareMax: 0.25,
  /** Who joins gets a state that was current so recently, and the rest over the socket. */
  stateFreshMs: 2_000,
  /** More rows than this since the state they have, and joiners get a difference worked out from the page instead. */
  answerRowsMax: 1_000,

  /** Answers to SyncStep1 kept per state of the page: people who join together mostly have the same state vector. */
  answersKept: 16,
  /** On a restart, connections are closed in groups, since the stock client comes back without jitter. */
  drainBatch: 25,
  drainIntervalMs: 100,
} as const;

export type SyncLimits = { readonly [K in keyof typeof SYNC_LIMITS]: number };

/** What a message costs, in units of about 50 µs of the event loop. */
export const WORK = {
  message: 1,
  /** Two more transactions, a merge and a row. */
  revert: 5,
  /** Encoding the page: much more for a large one, next to nothing when the answer is kept. */
  syncStep1: 20,
  syncStep2: 10,
  /** Placing an item over as many others as this. */
  stepsPerUnit: 500,
} as const;
