import type { OutlineMessages } from '../sv/outline.ts';

export const outline: OutlineMessages = {
  addOther: 'Add something else',
  addOtherChoose: 'Choose what',
  addOtherDo: 'Add',
  added: (kind) => `${kind} added.`,

  moveToFrame: 'Move to frame …',
  moveToFrameOf: (name) => `Move to frame: ${name}`,
  noFrame: 'No frame',
  movedToFrame: (name, frame) => `${name}: moved to the frame ${frame}.`,
  movedOutOfFrame: (name) => `${name}: no longer in any frame.`,
  noFrames: 'There is no frame on the page yet. Add one first.',

  connect: 'Connect to …',
  connectOf: (name) => `Connect to: ${name}`,
  connected: (from, to) => `An arrow from ${from} to ${to} has been added.`,
  loose: 'empty space',

  pickFind: 'Search',
  pickMore: (n) => `${n} more. Type a few letters to find the right one.`,
  pickNone: 'Nothing matches the search.',
  cancel: 'Cancel',

  inFrame: (frame) => `In the frame ${frame}`,
  groupedWith: (n) => (n === 1 ? 'Grouped with 1 other' : `Grouped with ${n} others`),
  lock: { person: 'Locked', leader: 'Locked by the leader' },
  members: (n) => (n === 1 ? '1 thing in the frame' : `${n} things in the frame`),
  showMembers: (frame) => `Show what is in the frame ${frame}`,
  earlier: (n) => `Show ${n} earlier`,
  more: (n) => `Show ${n} more`,
  unknown: (n) =>
    `${n === 1 ? '1 thing' : `${n} things`} on the page cannot be shown, because a newer version made it. Reload the page to see it.`,

  bin: 'Bin',
  binOf: (n) => (n === 1 ? '1 thing in the bin' : `${n} things in the bin`),
  binEmpty: 'The bin is empty.',
  binOwn: 'Here is what you added yourself and that has been deleted.',
  binAll: 'Here is everything that has been deleted from the page.',
  binned: (time) => `Deleted ${time}`,
  binnedAuthor: (name, time) => `Added by ${name}, deleted ${time}`,
  restore: 'Restore',
  restoreThis: (name) => `Restore ${name}`,
  restored: (name) => `${name}: back on the page.`,
  binMore: (n) => `Show ${n} more`,
};
