/** Swedish is the type: English has exactly the same keys. */
export const inventory = {};

export type InventoryMessages = typeof inventory;
