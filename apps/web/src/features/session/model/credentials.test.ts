import { describe, expect, it } from 'vitest';
import { checkSignIn, checkSignUp, placeProblem } from './credentials.ts';
import { returnPath } from './return-path.ts';

const good = { name: '김하늘', email: 'haneul@example.com', password: 'persimmon tree' };

describe('signing up', () => {
  it('goes through with a name, an address and a password of ten', () => {
    expect(checkSignUp(good)).toEqual({});
  });

  it('says beside each field what is missing', () => {
    expect(checkSignUp({ name: ' ', email: 'no address', password: 'short' })).toEqual({
      name: 'problemNameEmpty',
      email: 'problemEmailInvalid',
      password: 'problemPasswordShort',
    });
    expect(checkSignUp({ ...good, password: 'x'.repeat(129) })).toEqual({ password: 'problemPasswordLong' });
  });
});

describe('signing in', () => {
  it('only asks that something was written: old passwords may be short', () => {
    expect(checkSignIn({ email: good.email, password: 'x' })).toEqual({});
    expect(checkSignIn({ email: '', password: '' })).toEqual({
      email: 'problemEmailInvalid',
      password: 'problemPasswordEmpty',
    });
  });

  it('does not tell which of the two was wrong', () => {
    expect(placeProblem('wrong-credentials')).toEqual({ form: 'problemWrongCredentials' });
  });
});

describe('the way back after signing in', () => {
  it.each([
    ['/gallery?x=1', '/gallery?x=1'],
    ['https://elsewhere.example', '/'],
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
    ['/sign-in', '/'],
    [undefined, '/'],
  ])('%s leads to %s', (next, path) => {
    expect(returnPath(next)).toBe(path);
  });
});
