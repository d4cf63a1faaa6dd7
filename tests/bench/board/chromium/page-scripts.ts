import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A script of this folder as JavaScript that needs no module around it. */
function pageScript(name: string): string {
  const source = readFileSync(join(import.meta.dirname, name), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  });
  return `(() => {${outputText.replace(/^export \{\};$/m, '')}})();`;
}

export const HANDS = pageScript('in-page.ts');
export const VAGVAL_BOARD = pageScript('vagval-board.ts');
