import { describe, expect, test } from 'vitest';
import { migrate, type Migration } from '#shared/content/migrate.ts';

/** Version 2 says who to call as well as where; version 3 says it in one. */
const withPhone: Migration = () => ({ phone: '' });
const withContact: Migration = ({ place, phone }) => ({ contact: [place, phone].filter(Boolean).join(', ') });
const migrations = [withPhone, withContact];

describe('an object of an older version', () => {
  test('is read as the present one, step by step', () => {
    expect(migrate({ place: 'Nyhem' }, 1, migrations)).toEqual({
      place: 'Nyhem',
      phone: '',
      contact: 'Nyhem',
    });
    expect(migrate({ place: 'Nyhem', phone: '112' }, 2, migrations)).toEqual({
      place: 'Nyhem',
      phone: '112',
      contact: 'Nyhem, 112',
    });
  });

  test('keeps what somebody has set since by a newer version', () => {
    expect(migrate({ place: 'Nyhem', contact: 'Öster' }, 1, migrations)).toMatchObject({ contact: 'Öster' });
  });

  test('of the present version or a newer one is left as it lies', () => {
    const object = { place: 'Nyhem', sparkle: true };
    expect(migrate(object, 3, migrations)).toBe(object);
    expect(migrate(object, 9, migrations)).toBe(object);
  });
});
