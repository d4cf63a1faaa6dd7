import { governance2018 } from './governance-2018.ts';
import { sjobacka } from './sjobacka.ts';
import type { DemoWorkshop } from './demo-workshop.ts';

/** One of each template. */
export const DEMO_WORKSHOPS: readonly DemoWorkshop[] = [sjobacka, governance2018];
