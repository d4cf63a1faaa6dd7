import { CLOSE, type CloseCode } from '#shared/protocol/sync.ts';

/**
 * What an update would do to the document, told before it touches it: Yjs integrates half of a broken update and throws afterwards,
 * keeps what it cannot place for ever, and takes anybody's word for who wrote what.
 */
export type Inspection =
  | {
      readonly kind: 'fit';
      /** Client ids that would write for the first time. */
      readonly newClients: readonly number[];
      /** Items Yjs will step over to place the new ones: some 50 to 200 ns each. */
      readonly steps: number;
    }
  /** It builds on something that is not here: the sender has to be asked for all of it. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'offence'; readonly code: CloseCode; readonly why: string };

/** Ends an inspection from wherever something is found. */
export class Found extends Error {
  readonly inspection: Inspection;

  constructor(inspection: Inspection) {
    super(inspection.kind);
    this.inspection = inspection;
  }
}

export const offence = (why: string, code: CloseCode = CLOSE.malformed): Found =>
  new Found({ kind: 'offence', code, why });

export const gap = (): Found => new Found({ kind: 'gap' });
