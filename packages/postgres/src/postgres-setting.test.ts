import { describe, expect, it } from 'vitest';
import { postgresSetting } from './index.ts';

describe('the address of a database', () => {
  const setting = postgresSetting('BILLING_DATABASE_URL');

  it('is taken with either scheme', () => {
    for (const url of ['postgresql://modu:secret@db:5432/billing', 'postgres://db/billing?sslmode=require']) {
      expect(setting.parse(url)).toBe(url);
    }
  });

  it('is refused by the name of its setting when it is missing or is no database', () => {
    for (const wrong of [
      undefined,
      '',
      'billing',
      'mysql://db/billing',
      'postgresql://db:5432',
      'postgresql://db:5432/',
    ]) {
      expect(setting.safeParse(wrong).error?.issues[0]?.message).toContain('BILLING_DATABASE_URL');
    }
  });
});
