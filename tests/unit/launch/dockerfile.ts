export interface Instruction {
  readonly name: string;
  readonly words: readonly string[];
}

/** A Dockerfile's instructions with continued lines joined. */
export const instructionsIn = (text: string): readonly Instruction[] =>
  text
    .replaceAll(/^\s*#.*$\n?/gm, '')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', ...words] = line.trim().split(/\s+/);
      return { name, words };
    });

/** Each image it builds, from one FROM to the next. */
export function stagesIn(text: string): readonly (readonly Instruction[])[] {
  const stages: Instruction[][] = [];
  for (const instruction of instructionsIn(text)) {
    if (instruction.name === 'FROM') stages.push([]);
    stages.at(-1)?.push(instruction);
  }
  return stages;
}

/** What a stage copies out of the repository, without where to. */
export const copiedInto = (stage: readonly Instruction[]): readonly string[] =>
  stage
    .filter(({ name, words }) => name === 'COPY' && !words.some((word) => word.startsWith('--from=')))
    .flatMap(({ words }) => words.slice(0, -1));
