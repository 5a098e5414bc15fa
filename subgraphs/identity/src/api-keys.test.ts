import type { Viewer } from '@modu/viewer';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIdentityStage } from '../testing/identity-stage.ts';
import type { IdentityStage } from '../testing/identity-stage.ts';
import { letterTo } from '../testing/read-mail.ts';
import type { SeededUser } from '../testing/seed-user.ts';
import { hashApiKey } from './operations/create-api-key.ts';

let stage: IdentityStage;
let ada: SeededUser;

beforeAll(async () => {
  stage = await startIdentityStage();
  ada = await stage.seed({ locale: 'ko' });
});

afterAll(() => stage.stop());

const gateway: Viewer = { kind: 'service', service: 'gateway', locale: 'en' };
const nobody: Viewer = { kind: 'anonymous', locale: 'en' };
const as = ({ id, token }: SeededUser): Viewer => {
  const sessionId = String(decodeJwt(token)['sid']);
  return { kind: 'user', userId: id, role: 'MEMBER', sessionId, locale: 'en' };
};

const CREATE = `mutation($input: CreateApiKeyInput!) { createApiKey(input: $input) {
  __typename ... on CreatedApiKey { secret apiKey { id name start scopes requestsPerMinute expiresAt lastUsedAt } }
  ... on Refusal { code path message }
} }`;
const REVOKE = 'mutation($id: ID!) { revokeApiKey(id: $id) { ... on RevokedApiKey { id } ... on Refusal { code } } }';
const LIST = '{ me { apiKeys { id name start lastUsedAt } } }';
const VERIFY = 'query($hash: String!) { verifyApiKey(hash: $hash) { apiKey { id scopes } user { id locale } } }';

interface Created {
  readonly secret: string;
  readonly apiKey: { readonly id: string; readonly start: string };
}
const create = async (input: Record<string, unknown>, viewer = as(ada)) =>
  (await stage.ask(viewer, CREATE, { input: { name: 'Render farm', scopes: ['read'], ...input } })).data?.[
    'createApiKey'
  ];
const keysOf = ({ id }: SeededUser) => stage.rows(`SELECT 1 FROM api_key WHERE user_id = '${id}'`);
const reset = async ({ email }: SeededUser) => {
  await stage.post('/auth/request-password-reset', { email });
  const { token } = await letterTo(stage, { to: email, kind: 'reset-password' });
  return stage.post('/auth/reset-password', { token, newPassword: 'a fresh one of my own' });
};
const verify = async (secret: string) =>
  (await stage.ask(gateway, VERIFY, { hash: hashApiKey(secret) })).data?.['verifyApiKey'];

describe('a key for a program', () => {
  it('is shown once, kept as a hash, and known to the gateway with what it may do', async () => {
    const made = (await create({ scopes: ['generate', 'read'], expiresAt: '2099-01-01T00:00:00Z' })) as Created;

    expect(made).toMatchObject({
      apiKey: { name: 'Render farm', scopes: ['read', 'generate'], requestsPerMinute: 120 },
    });
    expect(made.secret).toMatch(/^modu_[\w-]{43}$/);
    expect(made.secret.startsWith(made.apiKey.start)).toBe(true);
    expect(JSON.stringify(await stage.rows('SELECT * FROM api_key'))).not.toContain(made.secret.slice(12));
    expect(await verify(made.secret)).toEqual({
      apiKey: { id: made.apiKey.id, scopes: ['read', 'generate'] },
      user: { id: ada.id, locale: 'ko' },
    });
    const { data } = await stage.ask(as(ada), LIST);
    expect(data).toMatchObject({ me: { apiKeys: [{ id: made.apiKey.id, lastUsedAt: expect.any(String) as string }] } });
  });

  it('ends when it is revoked, by its owner alone, and when its time is up', async () => {
    const { secret, apiKey } = (await create({})) as Created;
    const stranger = await stage.seed();

    expect((await stage.ask(as(stranger), REVOKE, { id: apiKey.id })).data).toEqual({
      revokeApiKey: { code: 'NOT_FOUND' },
    });
    expect(await verify(secret)).not.toBeNull();
    expect((await stage.ask(as(ada), REVOKE, { id: apiKey.id })).data).toEqual({ revokeApiKey: { id: apiKey.id } });
    expect(await verify(secret)).toBeNull();
    const short = (await create({ expiresAt: '2099-01-01T00:00:00Z' })) as Created;
    await stage.rows(`UPDATE api_key SET expires_at = now() WHERE id = '${short.apiKey.id}'`);
    expect(await verify(short.secret)).toBeNull();
    expect(await verify('modu_nobody-has-this')).toBeNull();
  });

  it('ends with a password that is reset, though somebody else made it; its owner was told that there is one', async () => {
    const owner = await stage.seed();
    const { secret, apiKey } = (await create({ name: 'Not mine' }, as(owner))) as Created;
    expect((await letterTo(stage, { to: owner.email, kind: 'api-key-made' })).text).toContain('“Not mine”');
    await reset(owner);

    expect(await verify(secret)).toBeNull();
    const told = await stage.rows(`SELECT 1 FROM access_revocation WHERE api_key_id = '${apiKey.id}'`);
    expect(told).toHaveLength(1);
    expect((await letterTo(stage, { to: owner.email, kind: 'password-changed' })).text).toContain(
      'API keys have ended',
    );
  });

  it('is not made any more while a password is reset, however fast somebody tries', async () => {
    const owner = await stage.seed();
    await Promise.all(Array.from({ length: 40 }, () => create({}, as(owner))));
    let isOver = false;
    const thief = async () => {
      while (!isOver) await create({}, as(owner));
    };
    const thieves = [thief(), thief(), thief()];
    expect((await reset(owner)).status).toBe(200);
    isOver = true;
    await Promise.all(thieves);

    expect(await keysOf(owner)).toEqual([]);
  });

  it('is not made with the token of a session that has ended, nor by anybody without one', async () => {
    const owner = await stage.seed();
    await stage.post('/auth/sign-out', {}, { cookie: owner.cookie });
    const input = { name: 'Late', scopes: ['read'] };
    const service: Viewer = { kind: 'service', service: 'assets', actingFor: owner.id, locale: 'en' };

    for (const viewer of [as(owner), service]) {
      const { errors } = await stage.ask(viewer, CREATE, { input });
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
    expect(await keysOf(owner)).toEqual([]);
  });

  it('is not made of nonsense', async () => {
    const refused: [Record<string, unknown>, string][] = [
      [{ name: ' ' }, 'name'],
      [{ scopes: [] }, 'scopes'],
      [{ scopes: ['read', 'everything'] }, 'scopes'],
      [{ expiresAt: '2001-01-01T00:00:00Z' }, 'expiresAt'],
      [{ requestsPerMinute: 0 }, 'requestsPerMinute'],
      [{ requestsPerMinute: 6_001 }, 'requestsPerMinute'],
    ];
    for (const [input, field] of refused) {
      expect(await create(input), field).toMatchObject({ code: 'INVALID_INPUT', path: ['input', field] });
    }
  });

  it('is one of fifty at most, however fast they are made', async () => {
    const bob = await stage.seed();
    const made = await Promise.all(Array.from({ length: 55 }, () => create({}, as(bob))));

    expect(made.filter((one) => (one as { code?: string }).code === 'QUOTA_EXCEEDED')).toHaveLength(5);
  });

  it('opens neither keys nor sessions nor the profile, and is no business of strangers', async () => {
    const program: Viewer = {
      kind: 'user',
      userId: ada.id,
      role: 'MEMBER',
      locale: 'en',
      apiKeyId: 'k',
      scopes: ['read'],
    };
    const codes = async (viewer: Viewer, query: string, variables = {}) =>
      (await stage.ask(viewer, query, variables)).errors?.map(({ extensions }) => extensions.code);

    expect((await stage.ask(program, '{ me { id email } }')).data).toEqual({ me: { id: ada.id, email: ada.email } });
    expect((await stage.ask({ ...program, scopes: ['generate'] }, '{ me { id } }')).data).toEqual({ me: null });
    expect(await codes(program, LIST)).toEqual(['FORBIDDEN']);
    expect(await codes(program, '{ me { sessions { id } } }')).toEqual(['FORBIDDEN']);
    expect(await codes(program, CREATE, { input: { name: 'x', scopes: ['read'] } })).toEqual(['FORBIDDEN']);
    expect(await codes(program, 'mutation { revokeOtherSessions { __typename } }')).toEqual(['FORBIDDEN']);
    expect(await codes(nobody, CREATE, { input: { name: 'x', scopes: ['read'] } })).toEqual(['UNAUTHENTICATED']);
    expect(await codes(as(ada), VERIFY, { hash: 'x' })).toEqual(['FORBIDDEN']);
    const OF = 'query($refs: [_Any!]!) { _entities(representations: $refs) { ... on User { apiKeys { id } } } }';
    const { data } = await stage.ask(as(await stage.seed()), OF, { refs: [{ __typename: 'User', id: ada.id }] });
    expect(data?.['_entities']).toEqual([null]);
  });
});
