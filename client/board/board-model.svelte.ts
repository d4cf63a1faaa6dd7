import { SvelteMap } from 'svelte/reactivity';
import { messages } from '#client/model/messages.svelte.ts';
import type { Page } from '#client/model/types.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import {
  KINDS,
  lockOf,
  titleKey,
  titleOf,
  type BoardObject,
  type Box,
  type FieldValue,
  type Kind,
} from '#shared/content/board-object.ts';
import { around, type Point } from '#shared/geometry/box.ts';
import { GAP } from '#shared/geometry/free-space.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { AddableKind } from '#shared/modules/module-kinds.ts';
import { BoardContents } from './board-contents.ts';
import { BoardDesk } from './board-desk.svelte.ts';
import { BoardFrames } from './board-frames.ts';
import { BoardMounting } from './board-mounting.ts';
import { BoardEye } from './board-eye.svelte.ts';
import { GroupIndex } from './core/group-index.ts';
import { BoardConnectors } from './connectors/board-connectors.svelte.ts';
import { toBoard, toScreen, type Camera, type ViewSize } from './core/camera.ts';
import { NO_IDS, setOf, share, without, type IdSet } from './core/id-set.ts';
import type { HandleFrame } from './core/handles.ts';
import { neighboursIn, type Guide } from './core/snapping.ts';
import { Nudge } from './core/nudge.ts';
import { overlaid } from './core/overlaid.ts';
import { translated } from './core/translated.ts';
import { BoardImages, type ImageShelf } from './images/board-images.svelte.ts';
import { BoardInk } from './ink/board-ink.svelte.ts';
import { Framing } from './framing.ts';
import { Placer } from './placer.ts';
import { angleOf, Sizing } from './sizing.ts';
import { isMassRemoval, removalQuestion } from './removal.ts';
import { FrameSteps } from './frame-steps.svelte.ts';
import type { BoardSurface } from './tools/board-surface.ts';
import { HeldTool } from './tools/held-tool.svelte.ts';
import { isPlaceable, type Placeable } from './tools/placings.ts';
import { PointerMachine } from './tools/pointer-machine.ts';
import { TOOL_PRESSES } from './tools/tool-presses.ts';
import { ToolSettings } from './tools/tool-settings.svelte.ts';
import type { Tool } from './tools/tool.ts';

/** More than this selected, and they are not kept on screen when the view moves on. */
const PINNED_SELECTION = 20;

/** Within this of a line, CSS pixels, and the line is meant. */
const HIT_TOLERANCE_PX = 8;

/** The form beside the board, CSS pixels. */
export const DETAILS_WIDTH = 416;

export interface BoardHost {
  focusMenu(): void;
  /** Moves the keyboard to the card, or to the field in it that is being written in, at once. */
  focusCard(id: ObjectId): void;
  focusEditor(id: ObjectId): void;
  focusGround(): void;
  /** These cards are about to go: a keyboard that is at one of them goes to the ground. */
  letGoOf(ids: IdSet): void;
  /** Calls back with the next frame. */
  nextFrame(act: () => void): void;
  readonly imageShelf: ImageShelf;
}

/** One person's whiteboard: where they look, what they have selected, what their hands are doing. What lies on it is the page's. */
export class BoardModel implements BoardSurface {
  readonly page: Page;
  readonly eye: BoardEye;
  readonly contents: BoardContents;
  readonly mounting: BoardMounting;
  readonly frames: BoardFrames;
  readonly pointers: PointerMachine;
  readonly nudge: Nudge;
  readonly desk = new BoardDesk();
  /** What is done with files that are pasted; `null`: their text, if any. */
  onFiles: ((files: readonly File[]) => void) | null = null;
  readonly #groups = new GroupIndex();
  readonly frameSteps: FrameSteps;
  /** What the page offers to add, the most usual first. */
  readonly kinds: readonly AddableKind[];
  readonly settings = new ToolSettings();
  readonly placer = new Placer(this);
  readonly ink: BoardInk;
  readonly framing = new Framing(this);
  readonly sizing = new Sizing(this);
  readonly connectors: BoardConnectors;
  readonly images: BoardImages;
  readonly #held = new HeldTool();
  spaceHeld = $state(false);
  /** The card that the Tab key is at. */
  focused = $state.raw<ObjectId | null>(null);
  #selection = $state.raw<IdSet>(NO_IDS);
  #editing = $state.raw<ObjectId | null>(null);
  #details = $state.raw<ObjectId | null>(null);
  #marquee = $state.raw<Box | null>(null);
  #guides = $state.raw<readonly Guide[]>([]);
  #turn = $state<number | null>(null);
  #cursor = $state<string | null>(null);
  #isBusy = $state(false);
  readonly #moving = new SvelteMap<ObjectId, Box>();
  readonly #host: BoardHost;
  /** A note just made, which goes again if nothing is written on it. */
  #fresh: ObjectId | null = null;

  constructor(page: Page, kinds: readonly AddableKind[], host: BoardHost, camera: Camera | null) {
    this.page = page;
    this.kinds = kinds;
    this.#host = host;
    this.ink = new BoardInk(this);
    this.images = new BoardImages(this, host.imageShelf);
    this.frames = new BoardFrames((act) => host.nextFrame(act));
    this.frames.add(() => this.#stepContents());
    this.eye = new BoardEye(() => this.frames.ask());
    this.connectors = new BoardConnectors(this);
    for (const id of page.ids) this.#groups.update(id, page.object(id));
    this.contents = new BoardContents(page, (ids) => this.#pageChanged(ids));
    this.mounting = new BoardMounting(this.contents, this.eye, () => this.pointers.isPinching);
    this.pointers = new PointerMachine(this, (state) => {
      this.#cursor = state.cursor ?? null;
      this.#isBusy = state.name !== 'idle';
    });
    this.nudge = new Nudge(this, (dx, dy) => announce(messages('board').moved(dx, dy)));
    this.frameSteps = new FrameSteps(page, this.eye);
    if (camera !== null) this.eye.lookAt(camera);
  }

  get camera(): Camera {
    return this.eye.camera;
  }

  set camera(camera: Camera) {
    this.eye.camera = camera;
  }

  get tool(): Tool {
    return this.#held.tool;
  }

  /** The tool stays in hand after use. */
  get keepsTool(): boolean {
    return this.#held.isKept;
  }

  /** Returns whether there is such a tool, and something to do with it. */
  takeTool(tool: Tool): boolean {
    const isHand = tool === 'select' || tool === 'hand';
    if (!isHand && (!this.canWrite || TOOL_PRESSES[tool] === undefined)) return false;
    this.#held.take(tool);
    this.connectors.begin(null);
    const t = messages('board');
    announce(isPlaceable(tool) ? t.toolTaken(t.toolNames[tool], this.keepsTool) : t.toolNames[tool]);
    return true;
  }

  toolUsed(): void {
    this.#held.used();
  }

  get canWrite(): boolean {
    return this.page.canWrite;
  }

  get selection(): IdSet {
    return this.#selection;
  }

  get editing(): ObjectId | null {
    return this.#editing;
  }

  /** The object whose form is open beside the board. */
  get details(): ObjectId | null {
    return this.#details;
  }

  get marquee(): Box | null {
    return this.#marquee;
  }

  /** As in CSS: what the pointer can do here now. */
  get cursor(): string {
    if (this.#cursor !== null) return this.#cursor;
    if (this.tool === 'hand' || this.spaceHeld) return 'grab';
    return this.tool === 'select' || !this.canWrite ? 'default' : 'crosshair';
  }

  /** A pointer is down: what floats about the selection keeps out of its way. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Whether the object follows a hand of ours just now. */
  isMoving(id: ObjectId): boolean {
    return this.#moving.has(id);
  }

  /**
   * Where to show an object: in one's own hand, in another's, or where it lies; a connector between what it joins. Reactive for this object
   * and those only.
   */
  boxFor(object: BoardObject): Box {
    return object.kind === 'connector' ? this.connectors.routeFor(object).bounds : this.ownBoxFor(object);
  }

  /** The same, grown to its words. */
  placeFor(object: BoardObject): Box {
    return this.contents.grown(object.id, this.ownBoxFor(object));
  }

  ownBoxFor(object: BoardObject): Box {
    return (
      this.#moving.get(object.id) ??
      this.page.liveBoxes.get(object.id) ??
      this.framing.carriedBox(object.id) ??
      object.box
    );
  }

  /** What follows a hand, ours or another's, and where it is just now. */
  get lifted(): ReadonlyMap<ObjectId, Box> {
    return overlaid(this.page.liveBoxes, this.#moving);
  }

  /** What keeps its element whatever is in view. Of many that are moved at once, those that have one. */
  get pinned(): IdSet {
    const selected = this.#selection.size <= PINNED_SELECTION ? this.#selection : NO_IDS;
    const single = [this.#editing, this.focused].filter((id) => id !== null);
    const moving = [...this.#moving.keys()];
    const held =
      moving.length <= PINNED_SELECTION ? moving : moving.filter((id) => this.contents.isMounted(id));
    return setOf([...single, ...selected, ...held]);
  }

  /** The box around what is selected, as shown; `null` when nothing is. */
  get selectionBox(): Box | null {
    return around(
      [...this.#selection].flatMap((id) => {
        const object = this.page.object(id);
        const seen = this.contents.boxOf(id);
        if (object === null || seen === null) return [];
        if (object.kind === 'connector') return [this.boxFor(object)];
        const [x, y, width, height] = this.boxFor(object);
        // A card that is being stretched is measured only when the hand has let go.
        const isStretched = width !== object.box[2] || height !== object.box[3];
        return [[x, y, width, isStretched ? height : Math.max(height, seen[3])] as const];
      }),
    );
  }

  /** What a command is about: the selection when the focus is in it or nowhere, else the card with the focus. */
  get subjects(): readonly ObjectId[] {
    const { focused } = this;
    return focused === null || this.#selection.has(focused) ? [...this.#selection] : this.together(focused);
  }

  together(id: ObjectId): readonly ObjectId[] {
    return this.#groups.together(id);
  }

  takeHold(ids: Iterable<ObjectId> = this.#selection): readonly ObjectId[] {
    const asked = [...ids];
    const free = asked.filter((id) => !this.#isLocked(id));
    if (free.length < asked.length) this.#sayLocked(asked);
    return free;
  }

  openMenuAt(at: Point): void {
    this.desk.openMenuAt(at);
  }

  resize(size: ViewSize, moved: Point): void {
    this.eye.resize(size, moved, () => this.contents.extent);
  }

  /** A card has grown or shrunk around its words. */
  measured(id: ObjectId, height: number): void {
    this.contents.measured(id, height);
    this.eye.settle(() => this.contents.extent);
  }

  hit(at: Point): ObjectId | null {
    return this.contents.hit(toBoard(this.camera, at), HIT_TOLERANCE_PX / this.camera.zoom);
  }

  within(box: Box): readonly ObjectId[] {
    return this.contents.within(box);
  }

  seenBoxOf(id: ObjectId): Box | null {
    return this.contents.boxOf(id);
  }

  neighbours(except: IdSet): readonly Box[] {
    return neighboursIn(this.contents.paintedIn(this.eye.view), except);
  }

  get guides(): readonly Guide[] {
    return this.#guides;
  }

  showGuides(guides: readonly Guide[]): void {
    this.#guides = guides;
  }

  get handles(): HandleFrame | null {
    return this.sizing.frame;
  }

  /** Degrees clockwise that the object is shown turned by: in one's own hand, or as it is. */
  angleFor(object: BoardObject): number {
    return this.#turn !== null && this.#selection.has(object.id) ? this.#turn : angleOf(object);
  }

  showTurn(angle: number | null): void {
    this.#turn = angle;
  }

  commitTurn(angle: number): void {
    const [only] = this.#selection;
    if (only !== undefined && this.canWrite && this.handles?.canTurn === true)
      this.page.setField(only, 'rotation', angle === 0 ? null : angle);
  }

  boxOf(id: ObjectId): Box | null {
    return this.page.object(id)?.box ?? null;
  }

  select(ids: Iterable<ObjectId>): void {
    this.#selection = setOf(ids);
    const [first] = this.#selection;
    // The Tab key's card is one of those selected: a command must never be about another one that nobody sees marked.
    if (first !== undefined && (this.focused === null || !this.#selection.has(this.focused)))
      this.focused = first;
    this.frames.ask();
  }

  showMove(boxes: ReadonlyMap<ObjectId, Box> | null): void {
    for (const id of this.#moving.keys()) if (boxes?.has(id) !== true) this.#moving.delete(id);
    for (const [id, box] of boxes ?? []) this.#moving.set(id, box);
    this.frames.ask();
    this.page.showDrag(boxes);
  }

  commitMove(boxes: ReadonlyMap<ObjectId, Box>): void {
    if (this.canWrite) this.framing.commit(boxes);
  }

  carried(ids: Iterable<ObjectId>): readonly ObjectId[] {
    const asked = setOf(ids);
    return this.framing.carried(asked).filter((id) => asked.has(id) || !this.#isLocked(id));
  }

  /** A step by keys or buttons, of all that moves with these. */
  nudgeBy(ids: readonly ObjectId[], dx: number, dy: number): void {
    this.nudge.by(this.carried(this.takeHold(ids)), dx, dy);
  }

  /** Puts what a command is about into a frame, or out of all of them. */
  moveToFrame(frame: ObjectId | null): void {
    this.framing.moveTo(this.subjects, frame);
  }

  showMarquee(box: Box | null): void {
    this.#marquee = box;
  }

  after(ms: number, act: () => void): () => void {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  }

  /** Begins to write in an object, or shows the form of what cannot be written in here. */
  edit(id: ObjectId): void {
    const kind = this.page.object(id)?.kind;
    if (kind === undefined || kind === 'result') return;
    this.nudge.finish();
    this.select([id]);
    if (this.canWrite && this.takeHold([id]).length === 0) return;
    if (titleKey(kind) === null) return this.openDetails(id);
    if (!this.canWrite) {
      if (kind === 'item' || kind === 'choice') this.#details = id;
      return;
    }
    this.#editing = id;
    this.#host.focusEditor(id);
  }

  /** `keepsFocus`: the keyboard stays at the card rather than going where the pointer was. */
  stopEditing(keepsFocus: boolean): void {
    const id = this.#editing;
    if (id === null) return;
    this.#editing = null;
    this.frames.ask();
    if (this.#dropIfBlank(id)) {
      if (keepsFocus) this.#host.focusGround();
    } else if (keepsFocus) this.#host.focusCard(id);
  }

  openDetails(id: ObjectId): void {
    this.stopEditing(false);
    this.#details = id;
    const box = this.contents.boxOf(id);
    const width = this.eye.size.width - DETAILS_WIDTH;
    if (box !== null && width > DETAILS_WIDTH) this.eye.reveal(box, { width });
  }

  closeDetails(): void {
    const id = this.#details;
    this.#details = null;
    if (id !== null && this.page.object(id) !== null) this.#host.focusCard(id);
  }

  writeAt(at: Point): void {
    const { width, height } = KINDS.note.size;
    const [x, y] = toBoard(this.camera, at);
    this.make('note', [Math.round(x - width / 2), Math.round(y - height / 2), width, height]);
  }

  placeAt(tool: Placeable, at: Point): void {
    this.placer.at(tool, at);
  }

  placeIn(tool: Placeable, box: Box): void {
    this.placer.in(tool, box);
  }

  /** Adds beside the card with the focus when that is in view, else in the middle of the view; begins to write. */
  add(kind: AddableKind): void {
    if (!this.canWrite) return;
    const box = this.freePlaceFor(KINDS[kind].size);
    this.make(kind, box);
    this.eye.reveal(box);
  }

  /** Free space beside the card with the focus when that is in view, else in the middle of the view. */
  freePlaceFor(size: { readonly width: number; readonly height: number }): Box {
    return this.contents.freePlace(this.#wishFor(size), size);
  }

  /** Makes an object and begins to write in it, or selects it. `null` where the page takes no more. */
  make(
    kind: Kind,
    box: Box,
    options: { readonly fields?: Readonly<Record<string, FieldValue>>; readonly isWritten?: boolean } = {},
  ): ObjectId | null {
    this.nudge.finish();
    const frame = this.framing.frameAt(box);
    const fields = { ...options.fields, ...(frame === null ? {} : { frame }) };
    const id = kind === 'frame' ? this.framing.add(box, fields) : this.page.add(kind, { box, fields });
    if (this.page.object(id) === null) return null;
    this.#fresh = id;
    this.focused = id;
    this.#stepContents();
    if (options.isWritten !== false) this.edit(id);
    else {
      this.select([id]);
      this.#host.focusCard(id);
    }
    return id;
  }

  remove(ids: readonly ObjectId[] = this.subjects): void {
    const free = this.canWrite ? this.takeHold(ids) : [];
    const { commands } = messages('board');
    if (isMassRemoval(free.length, this.page.ids.length))
      this.desk.ask(removalQuestion(commands, free.length, () => this.#removeNow(free)));
    else if (free.length > 0) this.#removeNow(free);
  }

  #removeNow(ids: readonly ObjectId[]): void {
    const next = this.#neighbourOf(ids);
    this.page.remove(ids);
    announce(messages('board').removed(ids.length));
    if (next === null) this.#host.focusGround();
    else this.focus(next);
  }

  /** Moves the focus, and the view with it. */
  focus(id: ObjectId): void {
    this.focused = id;
    const box = this.contents.boxOf(id);
    if (box !== null) this.eye.reveal(box);
    this.#stepContents();
    this.#host.focusCard(id);
  }

  /** Comes from another view for one object: it is in the middle, selected, with the keyboard at it. At once: nobody sees the way. */
  goTo(id: ObjectId): void {
    const box = this.contents.boxOf(id);
    if (box === null) return;
    this.eye.approach(box);
    this.select([id]);
    this.focus(id);
  }

  /** Moves the focus in reading order; returns false at the end, where the key goes on to what follows the board. */
  focusNext(step: 1 | -1): boolean {
    const order = this.contents.readingOrder();
    const at = this.focused === null ? -1 : order.indexOf(this.focused);
    const next = at < 0 ? order.at(step === 1 ? 0 : -1) : order[at + step];
    if (next === undefined) return false;
    this.focus(next);
    return true;
  }

  focusEnd(end: 'first' | 'last'): boolean {
    const id = this.contents.readingOrder().at(end === 'first' ? 0 : -1);
    if (id !== undefined) this.focus(id);
    return id !== undefined;
  }

  /** The space bar was pressed and let go with nothing moved between. */
  toggle(id: ObjectId): void {
    const isSelected = this.#selection.has(id);
    const taken = this.together(id);
    this.select(isSelected ? without(this.#selection, setOf(taken)) : [...this.#selection, ...taken]);
    this.focused = id;
  }

  /** Goes to the commands for what the keyboard is at. */
  openMenu(id: ObjectId): void {
    if (!this.#selection.has(id)) this.select(this.together(id));
    this.#host.focusMenu();
  }

  /** Opens the menu of commands at the card that the keyboard is at, or on the ground in view. */
  openContextMenu(id: ObjectId | null): void {
    if (id !== null && !this.#selection.has(id)) this.select(this.together(id));
    const box = id === null ? null : this.contents.boxOf(id);
    const { width, height } = this.eye.size;
    this.openMenuAt(
      box === null
        ? [width / 2, height / 3]
        : toScreen(this.camera, [box[0] + box[2] / 2, box[1] + box[3] / 2]),
    );
  }

  /** Back from the commands to the card they were about. */
  returnToCard(): void {
    const id = this.focused ?? [...this.#selection][0];
    if (id === undefined) this.#host.focusGround();
    else this.#host.focusCard(id);
  }

  /** Escape: out of a gesture, out of the selection, off the card, in this order. */
  leave(from: 'card' | 'ground'): void {
    if (this.#isBusy || this.#moving.size > 0) this.cancelGesture();
    else if (this.tool !== 'select') this.takeTool('select');
    else if (this.#selection.size > 0) this.select([]);
    else if (from === 'card') this.#host.focusGround();
  }

  /** Puts what a command is about beside another object, in free space. */
  moveBeside(target: ObjectId): void {
    const to = this.contents.boxOf(target);
    const ids = this.takeHold(this.subjects.filter((id) => id !== target));
    const from = around(ids.map((id) => this.contents.boxOf(id)).filter((box) => box !== null));
    if (to === null || from === null || !this.canWrite) return;
    const place = this.contents.freePlace([to[0] + to[2] + GAP, to[1]], { width: from[2], height: from[3] });
    this.commitMove(
      translated(this.carried(ids), (id) => this.boxOf(id), place[0] - from[0], place[1] - from[1]),
    );
    this.eye.reveal(place);
    announce(messages('board').movedBeside);
  }

  /** The window has lost the focus: a pointer may never come back, but what keys have moved has been moved. */
  interrupt(): void {
    this.pointers.cancel();
    this.nudge.finish();
    this.spaceHeld = false;
  }

  /** Drops whatever is going on, as Escape does. */
  cancelGesture(): void {
    this.pointers.cancel();
    this.nudge.cancel();
    this.spaceHeld = false;
  }

  destroy(): void {
    this.frames.stop();
    this.pointers.cancel();
    this.nudge.finish();
    this.page.moveCursor(null);
    this.contents.destroy();
    this.eye.stop();
  }

  #wishFor({ width, height }: { readonly width: number; readonly height: number }): Point {
    const beside = this.focused === null ? null : this.contents.boxOf(this.focused);
    if (beside !== null && this.contents.within(this.eye.view).includes(this.focused as ObjectId))
      return [beside[0] + beside[2] + GAP, beside[1]];
    const [x, y] = this.eye.center;
    return [x - width / 2, y - height / 2];
  }

  /** A note or a text that was made and left empty was a slip of the hand. */
  #dropIfBlank(id: ObjectId): boolean {
    const object = this.page.object(id);
    const isBlank =
      this.#fresh === id &&
      (object?.kind === 'note' || object?.kind === 'text') &&
      titleOf(object).trim() === '';
    this.#fresh = null;
    if (isBlank) this.page.remove([id]);
    return isBlank;
  }

  #isLocked(id: ObjectId): boolean {
    const object = this.page.object(id);
    return object !== null && lockOf(object) !== null;
  }

  #sayLocked(ids: readonly ObjectId[]): void {
    const { lockHolds } = messages('board').commands;
    const locks = ids
      .map((id) => this.page.object(id))
      .map((object) => (object === null ? null : lockOf(object)));
    this.desk.say(lockHolds[locks.includes('leader') && !this.page.leads ? 'leader' : 'person']);
  }

  #neighbourOf(ids: readonly ObjectId[]): ObjectId | null {
    const order = this.contents.readingOrder();
    const rest = order.filter((id) => !ids.includes(id));
    const first = order.findIndex((id) => ids.includes(id));
    return rest[first] ?? rest.at(-1) ?? null;
  }

  #pageChanged(ids: readonly ObjectId[]): void {
    for (const id of ids) this.#groups.update(id, this.page.object(id));
    const gone = setOf(ids.filter((id) => this.page.object(id) === null));
    if (gone.size > 0) this.#letGo(gone);
    this.pointers.pageChanged();
    this.frames.ask();
  }

  #letGo(gone: IdSet): void {
    const wasEditing = this.#editing !== null && gone.has(this.#editing);
    if (wasEditing) this.#editing = null;
    this.#host.letGoOf(gone);
    if (wasEditing) announce(messages('board').goneWhileWriting);
    if (share(gone, this.#selection)) this.#selection = without(this.#selection, gone);
    if (this.focused !== null && gone.has(this.focused)) this.focused = null;
  }

  #stepContents(): boolean {
    return this.mounting.step(this.pinned, this.#editing !== null);
  }
}
