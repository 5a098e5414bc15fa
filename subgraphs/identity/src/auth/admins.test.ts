import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIdentityStage } from '../../testing/identity-stage.ts';
import type { IdentityStage } from '../../testing/identity-stage.ts';
import { accessTokenClaims } from '../contracts.ts';

let stage: IdentityStage;

beforeAll(async () => {
  stage = await startIdentityStage({ ADMIN_EMAILS: 'Ada@example.test, grace@example.test' });
});
afterAll(() => stage.stop());

const verify = (id: string) => stage.rows(`UPDATE "user" SET email_verified = true WHERE id = '${id}'`);
const roles = async ({ id, cookie }: { readonly id: string; readonly cookie: string }) => {
  const { token } = (await (await stage.get('/auth/token', { cookie })).json()) as { token: string };
  const viewer = { kind: 'user', userId: id, role: 'MEMBER', locale: 'en' } as const;
  const { data } = await stage.ask(viewer, '{ me { role } }');
  return [accessTokenClaims.parse(decodeJwt(token)).role, (data?.['me'] as { role: string }).role];
};

describe('the people who look after the studio', () => {
  it('are those whose verified address stands in the settings, in tokens and in the graph alike', async () => {
    const ada = await stage.seed({ email: 'ada@example.test' });
    expect(await roles(ada)).toEqual(['MEMBER', 'MEMBER']);
    await verify(ada.id);
    expect(await roles(ada)).toEqual(['ADMIN', 'ADMIN']);
  });

  it('are nobody else, whatever they say when they sign up', async () => {
    const bob = await stage.seed({ email: 'bob@example.test' });
    await verify(bob.id);
    expect(await roles(bob)).toEqual(['MEMBER', 'MEMBER']);
    const body = { email: 'eve@example.test', password: 'a long enough one', name: 'Eve', role: 'ADMIN' };
    const signedUp = await stage.post('/auth/sign-up/email', body);
    const said = (await signedUp.json()) as { user?: { role: string } };
    expect(said.user?.role ?? 'MEMBER').toBe('MEMBER');
    expect(await stage.rows(`SELECT role FROM "user" WHERE email = 'eve@example.test' AND role <> 'MEMBER'`)).toEqual(
      [],
    );
  });
});
