import { createId } from '@modu/ids';
import type { Viewer } from '@modu/viewer';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { letterTo } from '../testing/read-mail.ts';
import { startIdentityStage } from '../testing/identity-stage.ts';
import type { IdentityStage } from '../testing/identity-stage.ts';
import type { SeededUser } from '../testing/seed-user.ts';

let stage: IdentityStage;
let ada: SeededUser;

beforeAll(async () => {
  stage = await startIdentityStage();
});

afterAll(() => stage.stop());

beforeEach(async () => {
  ada = await stage.seed({ name: 'Ada' });
});

const nobody: Viewer = { kind: 'anonymous', locale: 'en' };
const service: Viewer = { kind: 'service', service: 'gallery', locale: 'en' };
const sessionOf = ({ token }: { token: string }) => String(decodeJwt(token)['sid']);
const as = (user: SeededUser, details: Partial<Viewer> = {}): Viewer =>
  ({
    kind: 'user',
    userId: user.id,
    role: 'MEMBER',
    sessionId: sessionOf(user),
    locale: 'en',
    ...details,
  }) as Viewer;
const signInAgain = async () => {
  const response = await stage.post('/auth/sign-in/email', { email: ada.email, password: ada.password });
  const cookie = response.headers
    .getSetCookie()
    .map((part) => part.split(';')[0])
    .join('; ');
  const { token } = (await (await stage.get('/auth/token', { cookie })).json()) as { token: string };
  return { cookie, token };
};

const PERSON = `query($refs: [_Any!]!) {
  _entities(representations: $refs) { ... on User { id email displayName locale role sessions { id current } } }
}`;
const person = async (viewer: Viewer, id = ada.id) => {
  const { data } = await stage.ask(viewer, PERSON, { refs: [{ __typename: 'User', id }] });
  return data?.['_entities'];
};

describe('me', () => {
  it('is the person who asks, with their own session first', async () => {
    const again = await signInAgain();
    const query = '{ me { id email displayName locale role hasPassword createdAt sessions { id current expiresAt } } }';
    const { data } = await stage.ask(as(ada), query);

    expect(data?.['me']).toMatchObject({
      id: ada.id,
      email: ada.email,
      displayName: 'Ada',
      locale: 'en',
      role: 'MEMBER',
      hasPassword: true,
      sessions: [
        { id: sessionOf(ada), current: true },
        { id: sessionOf(again), current: false },
      ],
    });
  });

  it('is nobody for a stranger, and for one whose account is gone', async () => {
    expect((await stage.ask(nobody, '{ me { id } }')).data).toEqual({ me: null });
    expect((await stage.ask(as({ ...ada, id: createId() }), '{ me { id } }')).data).toEqual({ me: null });
  });
});

describe('a person', () => {
  it('is seen by themself, an admin and our services', async () => {
    for (const viewer of [as(ada), service, as({ ...ada, id: createId() }, { role: 'ADMIN' })]) {
      expect(await person(viewer)).toMatchObject([{ id: ada.id, email: ada.email, displayName: 'Ada' }]);
    }
  });

  it('is not there for anybody else', async () => {
    const other = await stage.seed();

    for (const viewer of [nobody, as(other)]) expect(await person(viewer)).toEqual([null]);
    expect(await person(service, createId())).toEqual([null]);
  });

  it('keeps their sessions to themself', async () => {
    const query = `query($refs: [_Any!]!) { _entities(representations: $refs) { ... on Session { id userAgent } } }`;
    const refs = [{ __typename: 'Session', id: sessionOf(ada) }];
    const other = await stage.seed();

    expect((await stage.ask(as(ada), query, { refs })).data?.['_entities']).toMatchObject([{ id: sessionOf(ada) }]);
    expect((await stage.ask(as(other), query, { refs })).data?.['_entities']).toEqual([null]);
  });
});

describe('updateProfile', () => {
  const UPDATE = `mutation($input: UpdateProfileInput!) {
    updateProfile(input: $input) { __typename ... on User { displayName locale } ... on Refusal { code message path } }
  }`;
  const update = async (viewer: Viewer, input: Record<string, unknown>) =>
    (await stage.ask(viewer, UPDATE, { input })).data?.['updateProfile'];

  it('changes name and language, and the next access token speaks it', async () => {
    expect(await update(as(ada), { displayName: ' Ada L. ', locale: 'ko' })).toEqual({
      __typename: 'User',
      displayName: 'Ada L.',
      locale: 'ko',
    });
    const { token } = (await (await stage.get('/auth/token', { cookie: ada.cookie })).json()) as { token: string };
    expect(decodeJwt(token)['locale']).toBe('ko');
  });

  it('is refused in the language of the person, and changes nothing', async () => {
    expect(await update(as(ada), { displayName: 'x'.repeat(81), locale: 'ko' })).toEqual({
      __typename: 'Refusal',
      code: 'INVALID_INPUT',
      message: 'Choose a name of 1 to 80 characters.',
      path: ['input', 'displayName'],
    });
    expect(await update(as(ada, { locale: 'ko' }), { locale: 'fr' })).toMatchObject({
      message: '영어(en)나 한국어(ko) 가운데 골라 주세요.',
    });
    expect(await person(as(ada))).toMatchObject([{ displayName: 'Ada', locale: 'en' }]);
  });

  it('asks strangers to sign in', async () => {
    const { errors } = await stage.ask(nobody, UPDATE, { input: { displayName: 'Eve' } });

    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('revokeSession', () => {
  const REVOKE = `mutation($id: ID!) {
    revokeSession(id: $id) { __typename ... on RevokedSession { id } ... on Refusal { code message } }
  }`;
  const revoke = async (viewer: Viewer, id: string) =>
    (await stage.ask(viewer, REVOKE, { id })).data?.['revokeSession'];

  it('ends one session: it gets no more tokens, the others do', async () => {
    const again = await signInAgain();
    expect(await revoke(as(ada), sessionOf(again))).toEqual({ __typename: 'RevokedSession', id: sessionOf(again) });

    expect((await stage.get('/auth/token', { cookie: again.cookie })).status).toBe(401);
    expect((await stage.get('/auth/token', { cookie: ada.cookie })).status).toBe(200);
    expect(await revoke(as(ada, { locale: 'ko' }), sessionOf(again))).toMatchObject({
      code: 'NOT_FOUND',
      message: '이미 로그아웃된 곳이에요.',
    });
  });

  it('does not end anybody else’s', async () => {
    const other = await stage.seed();
    expect(await revoke(as(other), sessionOf(ada))).toMatchObject({ code: 'NOT_FOUND' });

    expect((await stage.get('/auth/token', { cookie: ada.cookie })).status).toBe(200);
    const { errors } = await stage.ask(nobody, REVOKE, { id: sessionOf(ada) });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('the module', () => {
  it('is ready while its database answers', async () => {
    expect(await stage.ready()).toEqual({ ready: true });
  });

  it('answers the graph to signed identity alone', async () => {
    const response = await stage.post('/subgraphs/identity/graphql', { query: '{ me { id } }' });

    expect(response.status).toBe(401);
  });
});

describe('places where a person is signed in', () => {
  const RENAME = `mutation($id: ID!, $name: String) {
    renameSession(id: $id, name: $name) { __typename ... on Session { id name } ... on Refusal { code message } }
  }`;

  it('are named by the person themself, and by nobody else', async () => {
    const id = sessionOf(ada);
    const stranger = await stage.seed();
    const rename = async (viewer: Viewer, name: string | null) => (await stage.ask(viewer, RENAME, { id, name })).data;

    expect(await rename(as(ada), ' My laptop ')).toMatchObject({ renameSession: { id, name: 'My laptop' } });
    expect(await rename(as(stranger), 'Mine now')).toMatchObject({ renameSession: { code: 'NOT_FOUND' } });
    expect(await rename(as(ada), 'x'.repeat(81))).toMatchObject({ renameSession: { code: 'INVALID_INPUT' } });
    expect(await rename(as(ada), null)).toMatchObject({ renameSession: { id, name: null } });
    expect((await stage.ask(nobody, RENAME, { id, name: 'x' })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('all end at once but the one that asks', async () => {
    const [second, third] = [await signInAgain(), await signInAgain()];
    const { data } = await stage.ask(
      as(ada),
      'mutation { revokeOtherSessions { ... on RevokedSessions { ids } ... on Refusal { code } } }',
    );

    const { ids } = data?.['revokeOtherSessions'] as { ids: string[] };
    expect(ids.toSorted()).toEqual([sessionOf(second), sessionOf(third)].toSorted());
    expect((await stage.get('/auth/token', { cookie: second.cookie })).status).toBe(401);
    expect((await stage.get('/auth/token', { cookie: ada.cookie })).status).toBe(200);
  });

  it('whoever sits in one of them keeps nobody from a new password by ending the others', async () => {
    await stage.post('/auth/request-password-reset', { email: ada.email });
    const { token } = await letterTo(stage, { to: ada.email, kind: 'reset-password' });
    await stage.ask(as(ada), 'mutation { revokeOtherSessions { __typename } }');

    const reset = { token, newPassword: 'a password from a letter' };
    expect((await stage.post('/auth/reset-password', reset)).status).toBe(200);
    expect((await stage.get('/auth/token', { cookie: ada.cookie })).status).toBe(401);
  });
});
