import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { richText, type Span, type TextBlock } from '#shared/content/rich-text.ts';
import { hostOf, webAddress } from '#shared/content/web-address.ts';

const spansIn = (block: TextBlock): readonly Span[] =>
  block.type === 'list' ? block.items.flat() : block.spans;
const textOf = (blocks: readonly TextBlock[]): string =>
  blocks
    .flatMap(spansIn)
    .map(({ text }) => text)
    .join('');

/** Texts full of the marks that mean something. */
const marked = fc
  .array(
    fc.constantFrom(
      '# ',
      '- ',
      '1. ',
      '**',
      '[',
      ']',
      '(',
      ')',
      '\n',
      'ord',
      ' ',
      'javascript:',
      'https://a.se',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('a text on the board', () => {
  test('is headings, lists, bold and links', () => {
    expect(richText('# Läget\nFiber **finns** i [byn](https://byn.se).\n\n- en\n- två\n1. först')).toEqual([
      { type: 'heading', level: 1, spans: [span('Läget')] },
      {
        type: 'paragraph',
        spans: [
          span('Fiber '),
          span('finns', { bold: true }),
          span(' i '),
          span('byn', { href: 'https://byn.se' }),
          span('.'),
        ],
      },
      { type: 'list', start: null, items: [[span('en')], [span('två')]] },
      { type: 'list', start: 1, items: [[span('först')]] },
    ]);
  });

  test('a mark without its fellow is a character', () => {
    expect(textOf(richText('2 ** 3 och [inte en länk](javascript:alert(1))'))).toBe(
      '2 ** 3 och [inte en länk](javascript:alert(1))',
    );
  });

  test('whatever is written, links lead to pages and letters only', () => {
    fc.assert(
      fc.property(fc.oneof(marked, fc.string()), (text) => {
        for (const { href } of richText(text).flatMap(spansIn))
          if (href !== null) expect(href).toMatch(/^(https?:\/\/|mailto:)/i);
      }),
    );
  });

  test('no word is lost or added', () => {
    const words = (text: string): string => text.replace(/[^\p{L}]/gu, '');
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zåäö]{1,8}$/)), marked, (own, between) => {
        const text = own.join(between.replace(/https:\/\/a\.se|javascript:|ord/g, ''));
        expect(words(textOf(richText(text)))).toBe(words(text));
      }),
    );
  });
});

describe('an address', () => {
  test.each([
    ['https://exempel.se/sida?a=1#b', 'https://exempel.se/sida?a=1#b'],
    [' www.exempel.se ', 'https://www.exempel.se'],
    ['exempel.se/karta', 'https://exempel.se/karta'],
    ['mailto:bredband@exempel.se', 'mailto:bredband@exempel.se'],
    ['javascript:alert(1)', null],
    ['JaVaScRiPt:alert(1)', null],
    ['data:text/html,x', null],
    ['https://', null],
    ['https://a.se\\@b.se', null],
    ['två ord', null],
    ['', null],
  ])('%j leads to %j', (written, leadsTo) => {
    expect(webAddress(written)).toBe(leadsTo);
  });

  test('belongs to the host that a browser would ask', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const address = webAddress(url);
        if (address !== null) expect(hostOf(address)).toBe(new URL(address).hostname.replace(/^www\./, ''));
      }),
    );
    expect(hostOf('https://banken.se@elak.se/x')).toBe('elak.se');
    expect(hostOf('https://elak.se:8443/')).toBe('elak.se');
  });
});

function span(text: string, more: Partial<Span> = {}): Span {
  return { text, bold: false, href: null, ...more };
}
