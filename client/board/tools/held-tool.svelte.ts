import type { Tool } from './tool.ts';

/** The tool in hand. One that makes something is put down after that, unless it was asked for twice. */
export class HeldTool {
  #tool = $state<Tool>('select');
  #isKept = $state(false);

  get tool(): Tool {
    return this.#tool;
  }

  /** It stays in hand until another is taken. */
  get isKept(): boolean {
    return this.#isKept;
  }

  take(tool: Tool): void {
    this.#isKept = tool === this.#tool && !this.#isKept;
    this.#tool = tool;
  }

  /** The tool has done what it was taken for. */
  used(): void {
    if (!this.#isKept) this.#tool = 'select';
  }
}
