/** `single`: everyone picks one option. `ranking`: everyone orders them, ties allowed. */
export type PollMethod = 'single' | 'ranking';

/** Who casts a ballot: each person, or each group once, by its spokesperson. */
export type PollElectorate = 'individual' | 'group';

/** `named`: a ballot is kept with its voter. `secret`: it is kept with no link to one. */
export type PollSecrecy = 'named' | 'secret';

/** One thing to vote for. The id is unique in its poll; the title is what people read. */
export interface PollOption {
  readonly id: string;
  readonly title: string;
}
