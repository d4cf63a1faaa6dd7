import type { Point } from '#shared/geometry/box.ts';
import { EVEN_PRESSURE } from '../ink/ink-point.ts';

/** Where a pointer has been since the event before, and how hard it was pressed, 0 to 1. */
export interface PointerSample {
  /** CSS pixels from the view's top left corner. */
  readonly at: Point;
  readonly pressure: number;
}

/** A pen that is down presses, whatever it says. */
const LEAST_PRESSURE = 0.05;

/**
 * A browser tells of a pointer once a frame; what it did in between is in the event too, and makes the difference between a curve and its
 * corners. `corner`: where the view begins on the page.
 */
export function samplesOf(event: PointerEvent, corner: Point): readonly PointerSample[] {
  const events = event.type === 'pointermove' ? event.getCoalescedEvents() : [];
  return (events.length === 0 ? [event] : events).map(({ clientX, clientY, pressure, pointerType }) => ({
    at: [clientX - corner[0], clientY - corner[1]],
    pressure: pointerType === 'pen' ? Math.max(LEAST_PRESSURE, pressure) : EVEN_PRESSURE,
  }));
}
