/** Origin of transactions in which this person types. `Y.UndoManager` follows them. */
export const TYPING = Symbol('typing');

/** Origin of transactions in which this person sets values: moves, chooses, adds, bins. `ValueHistory` follows them. */
export const SETTING = Symbol('setting');
