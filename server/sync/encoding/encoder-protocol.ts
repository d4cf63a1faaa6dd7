/** What goes to the encoder's thread: a state and the updates since, laid end to end so that they travel as one buffer. */
export interface EncodeRequest {
  readonly id: number;
  /** Yjs V2 encoding; `null` for the empty document. */
  readonly base: Uint8Array | null;
  /** Updates in Yjs V1 encoding, one behind the other. */
  readonly updates: Uint8Array;
  /** Bytes of each. */
  readonly lengths: Uint32Array;
}

export type EncodeReply =
  | { readonly id: number; readonly ok: true; readonly stateV2: Uint8Array; readonly stateVector: Uint8Array }
  | { readonly id: number; readonly ok: false; readonly error: string };
