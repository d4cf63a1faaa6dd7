import { describe, expect, it } from 'vitest';
import { readSave } from '#client/views/workshop/save-reading.ts';

describe('the save state in the header', () => {
  it('is the page’s own word while the server is there', () => {
    expect(readSave({ kind: 'saving' }, 'online')).toEqual({ kind: 'saving' });
    expect(readSave({ kind: 'saved' }, 'online')).toEqual({ kind: 'saved' });
    expect(readSave({ kind: 'cannot-save', changes: 2, keeps: 'device' }, 'online')).toEqual({
      kind: 'cannot-save',
      changes: 2,
      keeps: 'device',
    });
  });

  it('counts what is on this device only, whatever the session’s connection says', () => {
    const offline = { kind: 'offline', changes: 3, keeps: 'tab' } as const;
    expect(readSave(offline, 'online')).toEqual(offline);
    expect(readSave({ kind: 'cannot-save', changes: 1, keeps: 'device' }, 'offline').kind).toBe(
      'cannot-save',
    );
  });

  it('never says saved while nobody is there', () => {
    expect(readSave({ kind: 'saved' }, 'offline')).toEqual({ kind: 'no-contact' });
    expect(readSave({ kind: 'saving' }, 'connecting')).toEqual({ kind: 'connecting' });
  });

  it('says nothing of saving when no page is open', () => {
    expect(readSave(null, 'online')).toEqual({ kind: 'nothing' });
    expect(readSave(null, 'offline').kind).toBe('no-contact');
    expect(readSave({ kind: 'offline', changes: 0, keeps: 'device' }, 'online').kind).toBe('no-contact');
  });
});
