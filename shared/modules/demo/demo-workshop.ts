import type { Role } from '#shared/session/role.ts';
import type { Language, TemplateId } from '#shared/session/workshop-state.ts';
import type { Ballot } from '#shared/voting/ballot.ts';
import type { PollElectorate, PollMethod, PollOption, PollSecrecy } from '#shared/voting/poll.ts';
import type { TemplateObject } from '../templates/workshop-template.ts';

/**
 * A filled workshop to look at, as data: whoever builds it lets these people join, write and vote by the same commands as
 * anyone else. Seats are named by a key here; the ids they get are the builder's.
 */
export interface DemoWorkshop {
  readonly template: TemplateId;
  readonly title: string;
  readonly organisation: string;
  readonly place: string;
  readonly language: Language;
  /** The first one leads. */
  readonly seats: readonly [DemoSeat, ...DemoSeat[]];
  /** What people have written, by page id, on top of the template's own objects. */
  readonly pages: Readonly<Record<string, readonly DemoObject[]>>;
  /** Activities in the order they were opened and how long each lasted; the last is the one on screen. */
  readonly visits: readonly { readonly activity: string; readonly minutes: number }[];
  readonly poll: DemoPoll | null;
}

export interface DemoSeat {
  readonly key: string;
  /** A role in words: no demo names a person. */
  readonly name: string;
  readonly organisation: string;
  readonly role: Role;
  readonly group: string | null;
}

export interface DemoObject extends TemplateObject {
  /** Key of the seat that wrote it. */
  readonly by: string;
}

export interface DemoPoll {
  readonly pageId: string;
  readonly question: string;
  readonly method: PollMethod;
  readonly electorate: PollElectorate;
  readonly secrecy: PollSecrecy;
  /** Ids are those of choice cards on the page. */
  readonly options: readonly PollOption[];
  readonly ballots: readonly { readonly by: string; readonly ballot: Ballot }[];
}
