import { describe, expect, it } from 'vitest';
import { localDefaults, wantsDemo } from './local-default.ts';

const embedded = new Set(['IDENTITY_DATABASE_URL', 'INTERNAL_SECRET']);
const home = { PUBLIC_URL: 'http://localhost:4001' };

describe('the demo account, whose password everybody knows', () => {
  it('is made where accounts lie in an embedded database of this machine', () => {
    expect(wantsDemo(home, embedded)).toBe(true);
    expect(wantsDemo({ ...home, DEMO_ACCOUNT: 'false' }, embedded)).toBe(false);
  });

  it('is never made in a database of real people, whatever else is embedded', () => {
    expect(wantsDemo({ ...home, DEMO_ACCOUNT: 'true' }, new Set(['INTERNAL_SECRET', 'S3_BUCKET']))).toBe(false);
  });

  it('is never made where others reach the studio, nor in production', () => {
    expect(wantsDemo({ PUBLIC_URL: 'https://studio.example' }, embedded)).toBe(false);
    expect(wantsDemo({ ...home, NODE_ENV: 'production' }, embedded)).toBe(false);
  });
});

describe('the address of the studio', () => {
  it('is that of its port on this machine, under any name of it, unless one is given', () => {
    expect(localDefaults({ PORT: '4001' })).toEqual({
      PUBLIC_URL: 'http://localhost:4001',
      ALLOWED_ORIGINS: 'http://localhost:4001,http://127.0.0.1:4001,http://[::1]:4001',
    });
    expect(localDefaults({ PUBLIC_URL: 'https://studio.example' }).ALLOWED_ORIGINS).toBe('');
  });
});
