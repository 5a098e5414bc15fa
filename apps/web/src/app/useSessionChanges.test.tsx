import { renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { signInAgain, tellSessionChange } from '../lib/auth/index.ts';
import { Answering } from '../lib/graph/testing/Answering.tsx';
import { forgetOwn, keptOwner, ownedBy } from '../lib/keep/own.ts';
import { useSessionChanges } from './useSessionChanges.ts';

const assign = vi.fn();

afterEach(() => {
  signInAgain.done();
  forgetOwn();
  vi.unstubAllGlobals();
});

/** A tab at an address, in which Minji is signed in. */
function tabAt(pathname: string) {
  vi.stubGlobal('location', { ...location, pathname, assign });
  ownedBy('Minji');
  assign.mockReset();
  return renderHook(useSessionChanges, { wrapper: Answering });
}

const PUBLIC = ['/s/abc', '/reset-password', '/sign-in', '/verify-email', '/nowhere'];

describe('when somebody signs out in another tab', () => {
  it.each(['/', '/gallery', '/documents/abc'])('a page of theirs is left: %s', (pathname) => {
    tabAt(pathname);
    tellSessionChange('signed-out');
    expect(assign).toHaveBeenCalledExactlyOnceWith('/sign-in?next=/');
  });

  it.each(PUBLIC)('a page for anybody stays, and nothing of them does: %s', (pathname) => {
    tabAt(pathname);
    tellSessionChange('signed-out');
    expect(assign).not.toHaveBeenCalled();
    expect(keptOwner.get()).toBeNull();
  });
});

it.each(PUBLIC)('when somebody else signs in, a page for anybody stays: %s', (pathname) => {
  tabAt(pathname);
  ownedBy('Joon');
  expect(assign).not.toHaveBeenCalled();
});

it('when somebody else signs in, a page of the one before begins anew', () => {
  tabAt('/gallery');
  ownedBy('Joon');
  expect(assign).toHaveBeenCalledExactlyOnceWith('/');
});

it('nobody is asked to sign in again over a page for anybody', () => {
  tabAt('/s/abc');
  tellSessionChange('expired');
  expect(signInAgain.isAsked()).toBe(false);
});
