import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE_URL, startIdentityStage } from '../../testing/identity-stage.ts';
import type { IdentityStage } from '../../testing/identity-stage.ts';

let stage: IdentityStage;

beforeAll(async () => {
  stage = await startIdentityStage();
});

afterAll(() => stage.stop());

const keys = async () => (await (await stage.get('/auth/jwks')).json()) as JSONWebKeySet;
const tokenFor = async (cookie: string) =>
  ((await (await stage.get('/auth/token', { cookie })).json()) as { token: string }).token;
const verify = async (token: string) =>
  jwtVerify(token, createLocalJWKSet(await keys()), { algorithms: ['EdDSA'], issuer: BASE_URL, audience: BASE_URL });

describe('the keys of access tokens', () => {
  it('are replaced when their time is up; tokens of the key before are good until they end', async () => {
    const { cookie, token } = await stage.seed();
    await stage.rows('UPDATE jwks SET expires_at = now()');
    const next = await tokenFor(cookie);

    expect(decodeProtectedHeader(next).kid).not.toBe(decodeProtectedHeader(token).kid);
    expect((await keys()).keys).toHaveLength(2);
    expect((await verify(token)).payload.sub).toBe((await verify(next)).payload.sub);
  });

  it('are forgotten a day after they were replaced', async () => {
    const { token, cookie } = await stage.seed();
    await stage.rows("UPDATE jwks SET expires_at = now() - interval '25 hours'");
    const next = await tokenFor(cookie);

    await expect(verify(token)).rejects.toThrow();
    expect((await verify(next)).payload.sub).toBeTruthy();
  });
});
