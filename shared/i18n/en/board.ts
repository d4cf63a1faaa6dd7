import type { AddableKind } from '#shared/modules/module-kinds.ts';
import type { BoardMessages } from '../sv/board.ts';
import { commands } from './board-commands.ts';

const add: Readonly<Record<AddableKind, string>> = {
  item: 'Entry',
  choice: 'Choice',
  note: 'Note',
};

const empty: Readonly<Record<AddableKind, string>> = {
  item: 'Add the first entry with the button below, or double-click for a note.',
  choice: 'Add the first choice with the button below, or double-click for a note.',
  note: 'Double-click anywhere and write, or use the button below.',
};

const direction = (dx: number, dy: number): string => {
  const ways = [dx < 0 ? 'left' : dx > 0 ? 'right' : '', dy < 0 ? 'up' : dy > 0 ? 'down' : ''];
  return ways.filter(Boolean).join(' and ');
};

const toolNames: BoardMessages['toolNames'] = {
  select: 'Select',
  lasso: 'Lasso',
  hand: 'Move the view',
  draw: 'Draw',
  pen: 'Pen',
  marker: 'Marker',
  eraser: 'Eraser',
  laser: 'Pointer',
  text: 'Text',
  shape: 'Shape',
  connector: 'Arrow',
  frame: 'Frame',
  stamp: 'Stamp',
  table: 'Table',
  link: 'Link',
  image: 'Image',
};

export const board: BoardMessages = {
  label: 'The board',
  help: 'Tab goes from card to card and the arrow keys move the card. Return writes, space selects, M opens the menu, Delete removes. Escape goes back to the board, where the arrow keys move the view, plus and minus change its size and 1 shows everything.',

  tools: 'Tools',
  select: 'Select',
  selectHint: 'Select and move cards (V)',
  hand: 'Move the view',
  handHint: 'Move the view (H, or hold the space bar)',
  add,
  toolNames,
  more: 'More',
  moreTools: 'More tools',
  moreToolsWith: (tool) => `More tools. ${tool} is chosen.`,
  optionsOf: (tool) => `Options for ${tool.toLowerCase()}`,
  toolTaken: (tool, isKept) =>
    isKept
      ? `${tool} stays until you choose something else.`
      : `${tool}. Click on the board, or press Enter.`,
  placeInView: 'Put in the middle of the view',
  putDown: 'Back to select',
  formOfShape: 'Form of the shape',
  markOfStamp: 'Mark of the stamp',
  openLink: (title, host) => `Open ${title} at ${host} in a new tab`,
  addressWrong: 'Write a web address, for instance https://example.com.',
  cell: (row, column, heading) =>
    `Row ${row}, column ${column}${heading === '' || row === 1 ? '' : `, ${heading}`}`,
  addRow: 'New row',
  addColumn: 'New column',
  removeRow: 'Remove the row',
  removeColumn: 'Remove the column',
  connectTo: 'Connect to …',
  moveEnd: { from: 'Begins at …', to: 'Ends at …' },
  endOf: {
    from: (name: string) => `Where does the arrow begin? ${name}`,
    to: (name: string) => `Where does the arrow end? ${name}`,
  },
  connectorBegun: 'The arrow begins here. Click where it ends, or press Escape.',
  connected: (name: string) => `Connected: ${name}.`,
  inkColor: 'Colour',
  inkWidth: 'Width',
  erased: (n: number) => `${n === 1 ? 'The line is' : `${n} lines are`} removed. Undo with Ctrl+Z.`,
  strokeName: (color: string, tool: string) => `Line, ${color.toLowerCase()} ${tool.toLowerCase()}`,
  images: {
    alt: 'What the picture shows',
    askTitle: 'Describe the picture',
    askWhy:
      'The words are read out to those who do not see the picture, and stand in the minutes. You can change them later.',
    saveAlt: 'Save the description',
    skip: 'Skip',
    missing: 'The picture cannot be fetched',
    sending: (file) => `Adding ${file}.`,
    underWay: (n) => (n === 1 ? 'A picture is being added …' : `${n} pictures are being added …`),
    unreadable: (file) =>
      `${file} cannot be read as a picture. The file may be damaged; save it as JPEG or PNG and try again.`,
    failed: (file, why) => `${file} was not added. ${why}`,
    retry: 'Try again',
    dismiss: 'Dismiss the message',
  },
  readOnly: 'The board can only be read just now.',

  view: 'The view',
  viewButtons: 'Size and position',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  fit: 'Show everything',
  naturalSize: (percent) => `${percent}. Show at full size.`,
  panning: 'Move the view by buttons',
  minimapShown: 'Overview map',
  minimap: 'The whole board in small',
  minimapHint: 'Click, or use the arrow keys, to move the view',
  panLeft: 'View to the left',
  panRight: 'View to the right',
  panUp: 'View upwards',
  panDown: 'View downwards',

  selected: (n) => (n === 1 ? '1 card selected' : `${n} cards selected`),
  isSelected: 'selected',
  selectionMenu: 'What is selected',
  write: 'Write',
  details: 'All details',
  meaning: 'Mark',
  move: 'Move',
  remove: 'Remove',
  unselect: 'Unselect',

  moving: 'Move what is selected',
  moveLeft: 'To the left',
  moveRight: 'To the right',
  moveUp: 'Upwards',
  moveDown: 'Downwards',
  longSteps: 'Long steps',
  besideLabel: 'Move beside',
  besideChoose: 'Choose a card',
  besideDo: 'Move there',

  moved: (dx, dy) => `Moved ${direction(dx, dy)}.`,
  size: 'Size',
  width: 'Width',
  height: 'Height',
  angle: 'Turned, degrees',
  toFrameLabel: 'Move to frame',
  toFrameChoose: 'Choose a frame',
  outOfFrames: 'Outside the frames',
  movedToFrame: (title) =>
    title === null ? 'Moved out of the frame.' : `Moved to ${title.trim() === '' ? 'the frame' : title}.`,
  movedBeside: 'Moved there.',
  removed: (n) => `${n === 1 ? 'The card is removed' : `${n} cards are removed`}. Undo with Ctrl+Z.`,
  goneWhileWriting: 'Somebody else removed the card you were writing on.',

  objectsIn: (n) => (n === 1 ? '1 card' : `${n} cards`),

  emptyTitle: 'Nothing here yet',
  empty,
  emptyReadOnly: 'What people write appears here as soon as somebody adds it.',

  commands,

  pros: 'Advantages',
  cons: 'Disadvantages',
  author: (name) => `by ${name}`,
  close: 'Close the details',

  together: {
    open: 'Together and calm',
    pointers: 'Show others’ pointers',
    pointersHint: 'With more than 25 people they are shown only if you turn them on.',
    calm: 'Calm mode',
    calmHint: 'No pointers, nothing that moves by itself, one frame at a time.',
    speak: 'Read out others’ changes',
    people: 'Here now',
    nobody: 'Nobody else has the board open.',
    follow: (name) => `Follow ${name}`,
    unfollow: 'Stop following',
    following: (name) => `You follow ${name}. The view moves along until you touch the board yourself.`,
    followingEnded: 'You no longer follow anybody.',
    gather: 'Bring everyone here',
    gatherHint: 'Everybody who has the page open sees what you see, or what is selected.',
    gathered: 'Everybody has been called here.',
    called: (name, asked) =>
      asked
        ? `${name} brings everyone together. The button Go there takes you there.`
        : `${name} brings everyone here.`,
    come: 'Go there',
    stay: 'Stay',
    back: 'Back to where I was',
    nextFrame: 'Next frame',
    previousFrame: 'Previous frame',
    frame: (title, position, count) => `${title}, frame ${position} of ${count}.`,
    noFrames: 'There is no frame on the board.',
    lastFrame: 'There is no frame that way.',
    selectedBy: (name) => `Selected by ${name}`,
  },
};
