/** Few words may be large; many must fit. In UTF-16 units. */
const LARGE_UP_TO = 60;
const MEDIUM_UP_TO = 140;

export function noteTextSize(text: string): 'large' | 'medium' | 'small' {
  if (text.length <= LARGE_UP_TO) return 'large';
  return text.length <= MEDIUM_UP_TO ? 'medium' : 'small';
}
