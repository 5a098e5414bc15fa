import { ANONYMOUS } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { describe, expect, it } from 'vitest';
import { mayManage, mayRead } from './access.ts';

const user = (userId: string, more: object = {}) =>
  ({ kind: 'user', userId, role: 'MEMBER', locale: 'en', ...more }) as Viewer;
const service = (actingFor?: string): Viewer => ({
  kind: 'service',
  service: 'gallery',
  locale: 'en',
  ...(actingFor ? { actingFor } : {}),
});
const file = { ownerId: 'ann', purpose: 'FILE' as const };

describe('who may read a file', () => {
  it.each([
    ['its owner', user('ann'), true],
    ['a program of the owner that may read', user('ann', { apiKeyId: 'k', scopes: ['read'] }), true],
    ['a program of the owner that may not', user('ann', { apiKeyId: 'k', scopes: ['generate'] }), false],
    ['a service that vouches for a grant of the owner', service('ann'), true],
    ['a service that acts for somebody else', service('bob'), false],
    ['a service that acts for nobody', service(), false],
    ['somebody else', user('bob'), false],
    ['an administrator', user('bob', { role: 'ADMIN' }), false],
    ['somebody who is not signed in', ANONYMOUS, false],
  ])('%s: %s', (_, viewer, may) => {
    expect(mayRead(viewer, file)).toBe(may);
  });

  it('is also who may manage it, but files of pictures are managed by services alone', () => {
    expect(mayManage(user('ann'), file)).toBe(true);
    expect(mayManage(user('bob'), file)).toBe(false);
    const original = { ownerId: 'ann', purpose: 'IMAGE_ORIGINAL' as const };
    expect([mayManage(user('ann'), original), mayManage(service('ann'), original)]).toEqual([false, true]);
  });
});
