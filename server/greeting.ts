import { renderUnicodeCompact } from 'uqr';

export interface Greeting {
  readonly port: number;
  readonly host: string;
  readonly lanAddress: string | null;
  readonly publicUrl: string | null;
  readonly leaderSecret: string;
  readonly quiet: boolean;
}

/** What the person who started the server reads: their own link first, then where everybody else goes. */
export function greeting(g: Greeting): string {
  const here = g.publicUrl ?? `http://localhost:${g.port}`;
  const everybody = g.publicUrl ?? (g.lanAddress === null ? here : `http://${g.lanAddress}:${g.port}`);
  const lines = [
    '',
    '  Vägval',
    '',
    '  Workshopledare / workshop leader (håll länken för dig själv / keep this link to yourself):',
    `    ${here}/leader#${g.leaderSecret}`,
    '',
    '  Deltagare / participants:',
    `    ${everybody}`,
    '',
  ];
  if (!g.quiet) lines.push(indent(renderUnicodeCompact(everybody, { border: 1 })), '');
  lines.push('  Avsluta / stop: Ctrl+C', '');
  return lines.join('\n');
}

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
