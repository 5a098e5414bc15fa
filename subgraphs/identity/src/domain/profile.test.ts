import { describe, expect, it } from 'vitest';
import { isLoopback, trustedOrigins } from './origins.ts';
import { checkProfileChange, parseDisplayName } from './profile.ts';

describe('a name', () => {
  it('may be any 1 to 80 characters, as people count them', () => {
    expect(parseDisplayName('  Jisoo 지수 ')).toBe('Jisoo 지수');
    expect(parseDisplayName('👩‍👩‍👧‍👦'.repeat(80))).toBeDefined();
    expect(parseDisplayName('ㄱ'.repeat(81))).toBeUndefined();
    expect(parseDisplayName('   ')).toBeUndefined();
  });

  it('is kept in one form, whatever keyboard it came from', () => {
    expect(parseDisplayName('지수'.normalize('NFD'))).toBe('지수'.normalize('NFC'));
  });

  it('hides nothing', () => {
    for (const name of ['a\u0000b', 'line\nbreak', 'admin\u202Egnp', 'x'.repeat(100_000)]) {
      expect(parseDisplayName(name)).toBeUndefined();
    }
  });
});

describe('a change of profile', () => {
  it('takes what is given and leaves the rest', () => {
    expect(checkProfileChange({ displayName: ' Ada ', locale: null })).toEqual({ displayName: 'Ada' });
    expect(checkProfileChange({ locale: 'ko' })).toEqual({ locale: 'ko' });
  });

  it('is refused whole when a part is wrong', () => {
    expect(checkProfileChange({ displayName: '', locale: 'ko' })).toMatchObject({ path: ['input', 'displayName'] });
    expect(checkProfileChange({ displayName: 'Ada', locale: 'fr' })).toMatchObject({ path: ['input', 'locale'] });
    expect(checkProfileChange({ displayName: null })).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('trusted origins', () => {
  it('are the public one and those allowed besides', () => {
    expect(trustedOrigins('https://modu.example/studio', ['https://partner.example'])).toEqual([
      'https://modu.example',
      'https://partner.example',
    ]);
  });

  it('are all names of this machine on loopback', () => {
    expect(trustedOrigins('http://localhost:4000', [])).toEqual([
      'http://localhost:4000',
      'http://127.0.0.1:4000',
      'http://[::1]:4000',
    ]);
    expect(isLoopback('http://localhost.evil.example')).toBe(false);
  });
});
