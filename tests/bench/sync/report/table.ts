import type { Row } from './comparison.ts';

export interface TableOf {
  readonly servers: readonly { readonly title: string }[];
  readonly rows: readonly Row[];
}

/** A Markdown table: a row a figure, a column a server, and how ours does against the best peer. */
export function tableLines({ servers, rows }: TableOf): readonly string[] {
  const head = ['', ...servers.map(({ title }) => title), 'ours / best peer'];
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  const body = rows.map((row) => [nameOf(row), ...row.values.map(formatNumber), formatRatio(row)]);
  return [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`);
}

const nameOf = ({ name, unit }: Row): string => (unit === '' ? name : `${name}, ${unit}`);

export function formatNumber(value: number | null): string {
  if (value === null) return '–';
  const size = Math.abs(value);
  if (size >= 1000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2)));
}

/** As `0.52 (better)`: which way is good is not the same for all figures. */
function formatRatio({ ratio, better }: Row): string {
  if (ratio === null) return '–';
  if (Math.abs(ratio - 1) < 0.02) return `${ratio.toFixed(2)} (equal)`;
  const isAhead = better === 'higher' ? ratio > 1 : ratio < 1;
  return `${ratio.toFixed(2)} (${isAhead ? 'better' : 'worse'})`;
}
