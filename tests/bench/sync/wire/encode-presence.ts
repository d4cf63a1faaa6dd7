import * as encoding from 'lib0/encoding';

/** A y-protocols awareness update with one state. */
export const encodePresence = (client: number, clock: number, json: string): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, json);
  });
