/** Long enough for a burst of events to become one sentence, short enough to still belong to what caused it. */
const BATCH_MS = 600;
/** A region that keeps its text would stay silent when the same thing happens again. */
const CLEAR_MS = 8_000;

let spoken = $state('');
let waiting: string[] = [];
let batch: ReturnType<typeof setTimeout> | undefined;
let clearing: ReturnType<typeof setTimeout> | undefined;

/** Says something to people who listen to the screen, politely and together with what else happens just now. */
export function announce(text: string): void {
  if (!waiting.includes(text)) waiting.push(text);
  batch ??= setTimeout(speak, BATCH_MS);
}

/** What the live region says now; reactive. */
export const announcement = (): string => spoken;

function speak(): void {
  spoken = waiting.join(' ');
  waiting = [];
  batch = undefined;
  clearTimeout(clearing);
  clearing = setTimeout(() => (spoken = ''), CLEAR_MS);
}
