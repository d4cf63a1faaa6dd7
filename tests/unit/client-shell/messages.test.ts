import { beforeEach, describe, expect, it, vi } from 'vitest';

/** Each test meets the module as a page that was just opened. */
const openPage = () => import('#client/model/messages.svelte.ts');

beforeEach(() => {
  vi.resetModules();
  vi.unstubAllGlobals();
});

describe('the language of the page', () => {
  it.each([
    [['sv-SE', 'en'], 'sv'],
    [['en-GB', 'sv'], 'en'],
    [['de', 'en-US'], 'en'],
    [['de', 'fi'], 'sv'],
  ])('with a browser set to %j is %s', async (languages, expected) => {
    vi.stubGlobal('navigator', { languages });
    expect((await openPage()).language()).toBe(expected);
  });

  it('is the one chosen here before', async () => {
    vi.stubGlobal('navigator', { languages: ['sv'] });
    vi.stubGlobal('localStorage', { getItem: (key: string) => (key === 'vagval:language' ? 'en' : null) });
    expect((await openPage()).language()).toBe('en');
  });

  it('needs no storage', async () => {
    vi.stubGlobal('navigator', { languages: ['en'] });
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('denied');
      },
    });
    const page = await openPage();
    expect(page.language()).toBe('en');
    await expect(page.setLanguage('sv')).resolves.toBeUndefined();
  });
});

describe('the texts of an area', () => {
  it('follow the language', async () => {
    vi.stubGlobal('navigator', { languages: ['sv'] });
    const { loadMessages, messages, setLanguage } = await openPage();
    const t = messages('common');
    await loadMessages('common', 'start');
    expect(t.close).toBe('Stäng');
    await setLanguage('en');
    expect(t.close).toBe('Close');
    expect(messages('start').code.label).toBe('Code');
  });

  it('asked for while the language changes are there in both', async () => {
    vi.stubGlobal('navigator', { languages: ['sv'] });
    const { language, loadMessages, messages, setLanguage } = await openPage();
    await loadMessages('common');
    await Promise.all([setLanguage('en'), loadMessages('voting')]);
    expect(language()).toBe('en');
    expect(messages('voting').title).toBe('Polls');
  });

  it('are a mistake of ours when nobody loaded them', async () => {
    const { messages } = await openPage();
    expect(() => messages('voting').title).toThrow(/voting/);
  });
});
