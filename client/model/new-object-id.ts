import type { ObjectId } from '#shared/kernel/ids.ts';
import { randomId } from './random-id.ts';

export const newObjectId = (): ObjectId => randomId() as ObjectId;
