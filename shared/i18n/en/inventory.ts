import type { InventoryMessages } from '../sv/inventory.ts';

export const inventory: InventoryMessages = {};
