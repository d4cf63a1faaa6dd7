/** Longest text of each sort, in UTF-16 units; the server refuses more, the form says so beside the field. */
export const NAME_MAX = 80;
export const TITLE_MAX = 120;
export const QUESTION_MAX = 300;
export const OPTION_TITLE_MAX = 200;
/** A poll with more options than this cannot be ranked by a person on a phone. */
export const POLL_OPTIONS_MAX = 30;
/** The longest an activity's timer runs: one working day. */
export const TIMER_MAX_MS = 8 * 60 * 60 * 1000;
/** Text in one field of an object: a page of prose. More belongs in an attached document. */
export const OBJECT_TEXT_MAX = 8_000;
/** One update on the wire, bytes. A person typing sends tens of bytes; a pasted table some thousand. */
export const UPDATE_MAX_BYTES = 256 * 1024;
/** One frame on the wire, bytes: room for everything a client wrote in a long spell offline. */
export const FRAME_MAX_BYTES = 8 * 1024 * 1024;
/** One picture as it is sent, bytes; the client makes photographs far smaller before it sends them. */
export const IMAGE_MAX_BYTES = 8 * 1024 * 1024;
/** Longest side of a stored picture, pixels: sharp on a projector, and no more. */
export const IMAGE_SIDE_MAX = 2_560;
/** All pictures of one page, bytes: some hundred photographs. */
export const PAGE_FILES_MAX_BYTES = 100 * 1024 * 1024;
/** Objects on one page. */
export const PAGE_OBJECTS_MAX = 10_000;
/** Seats in one workshop: the largest rooms this is made for are 500. */
export const SEATS_MAX = 1_000;
