/**
 * Breaks a text into lines no wider than `width`: at its own line breaks, at spaces, and within a word that is wider than the line. `widthOf`
 * measures; so many lines at most.
 */
export function breakLines(
  text: string,
  width: number,
  most: number,
  widthOf: (part: string) => number,
): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let used = 0;
    for (const word of paragraph.split(/(?<=\s)/).flatMap((whole) => pieces(whole, width, widthOf))) {
      const wide = widthOf(word);
      if (line !== '' && used + widthOf(word.trimEnd()) > width) {
        lines.push(line.trimEnd());
        if (lines.length >= most) return lines;
        [line, used] = ['', 0];
      }
      line += word;
      used += wide;
    }
    lines.push(line.trimEnd());
    if (lines.length >= most) return lines;
  }
  return lines;
}

function pieces(word: string, width: number, widthOf: (part: string) => number): readonly string[] {
  if (widthOf(word.trimEnd()) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && widthOf(part + letter) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
