export function findChromium(): string | null;
export function ensureChromium(): void;
export function installPackage(name: string): void;
