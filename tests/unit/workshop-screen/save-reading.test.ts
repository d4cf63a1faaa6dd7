import { describe, expect, it } from 'vitest';
import { hasUnsavedWork, readSave } from '#client/views/workshop/save-reading.ts';

describe('the save state in the header', () => {
  it('is the page’s own word while the server is there', () => {
    expect(readSave({ kind: 'saving' }, 'online')).toEqual({ kind: 'saving' });
    expect(readSave({ kind: 'saved' }, 'online')).toEqual({ kind: 'saved' });
    expect(readSave({ kind: 'cannot-save', changes: 2 }, 'online')).toEqual({
      kind: 'cannot-save',
      changes: 2,
    });
  });

  it('counts what is on this device only, whatever the session’s connection says', () => {
    expect(readSave({ kind: 'offline', changes: 3 }, 'online')).toEqual({ kind: 'offline', changes: 3 });
    expect(readSave({ kind: 'cannot-save', changes: 1 }, 'offline').kind).toBe('cannot-save');
  });

  it('never says saved while nobody is there', () => {
    expect(readSave({ kind: 'saved' }, 'offline')).toEqual({ kind: 'offline', changes: 0 });
    expect(readSave({ kind: 'saving' }, 'connecting')).toEqual({ kind: 'connecting' });
  });

  it('says nothing of saving when no page is open', () => {
    expect(readSave(null, 'online')).toEqual({ kind: 'nothing' });
    expect(readSave(null, 'offline').kind).toBe('offline');
  });
});

describe('unsaved work', () => {
  it('holds the window open only while this device has something nobody else has', () => {
    expect(hasUnsavedWork(null)).toBe(false);
    expect(hasUnsavedWork({ kind: 'saved' })).toBe(false);
    expect(hasUnsavedWork({ kind: 'offline', changes: 0 })).toBe(false);
    expect(hasUnsavedWork({ kind: 'saving' })).toBe(true);
    expect(hasUnsavedWork({ kind: 'offline', changes: 1 })).toBe(true);
    expect(hasUnsavedWork({ kind: 'cannot-save', changes: 1 })).toBe(true);
  });
});
