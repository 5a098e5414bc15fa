import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIdentityStage } from '../../testing/identity-stage.ts';
import type { IdentityStage } from '../../testing/identity-stage.ts';
import { letterTo } from '../../testing/read-mail.ts';
import { cookieOf } from '../../testing/seed-user.ts';
import type { SeededUser } from '../../testing/seed-user.ts';
import { totpCode } from '../../testing/totp.ts';

let stage: IdentityStage;

beforeAll(async () => {
  stage = await startIdentityStage();
});

afterAll(() => stage.stop());

const signIn = ({ email, password }: SeededUser) => stage.post('/auth/sign-in/email', { email, password });
const codeOf = async (response: Response) => ((await response.json()) as { code?: string }).code;

/** A person whose signing in takes a second step. */
async function withSecondStep() {
  const person = await stage.seed();
  const { password } = person;
  const asked = await stage.post('/auth/two-factor/enable', { password }, { cookie: person.cookie });
  const { totpURI, backupCodes } = (await asked.json()) as { totpURI: string; backupCodes: string[] };
  const shown = await stage.post(
    '/auth/two-factor/verify-totp',
    { code: totpCode(totpURI) },
    { cookie: person.cookie },
  );
  expect(shown.status).toBe(200);
  return { person, totpURI, backupCodes, cookie: cookieOf(shown) };
}

describe('a second step', () => {
  it('holds once a first code was shown, and is told by letter', async () => {
    const person = await stage.seed();
    const enable = (password: string) => stage.post('/auth/two-factor/enable', { password }, { cookie: person.cookie });
    expect(await codeOf(await enable('not the password'))).toBe('INVALID_PASSWORD');
    const { totpURI } = (await (await enable(person.password)).json()) as { totpURI: string };
    expect((await signIn(person)).headers.getSetCookie().join()).toContain('session_token');

    await stage.post('/auth/two-factor/verify-totp', { code: totpCode(totpURI) }, { cookie: person.cookie });
    expect(await (await signIn(person)).json()).toMatchObject({ twoFactorRedirect: true });
    expect((await letterTo(stage, { to: person.email, kind: 'two-factor-changed' })).text).toContain('now on');
    expect(JSON.stringify(await stage.rows('SELECT * FROM two_factor'))).not.toContain(
      new URL(totpURI).searchParams.get('secret'),
    );
  });

  it('stands between the right password and a session', async () => {
    const { person, totpURI } = await withSecondStep();
    const half = await signIn(person);
    const cookie = cookieOf(half);
    const answer = (code: string) => stage.post('/auth/two-factor/verify-totp', { code }, { cookie });

    expect((await stage.get('/auth/token', { cookie })).status).toBe(401);
    expect((await answer('000000')).status).toBe(401);
    const whole = await answer(totpCode(totpURI));
    expect(whole.status).toBe(200);
    expect((await stage.get('/auth/token', { cookie: cookieOf(whole) })).status).toBe(200);
  });

  it('ends the attempt after a few wrong codes', async () => {
    const { person, totpURI } = await withSecondStep();
    const cookie = cookieOf(await signIn(person));
    const answer = (code: string) => stage.post('/auth/two-factor/verify-totp', { code }, { cookie });
    for (let count = 0; count < 6; count++) await answer('000000');

    expect((await answer(totpCode(totpURI))).status).toBeGreaterThanOrEqual(400);
  });

  it('is passed by a backup code, each of them once', async () => {
    const { person, backupCodes } = await withSecondStep();
    const pass = async (code: string | undefined) =>
      (await stage.post('/auth/two-factor/verify-backup-code', { code }, { cookie: cookieOf(await signIn(person)) }))
        .status;

    expect(backupCodes).toHaveLength(10);
    expect([await pass(backupCodes[0]), await pass(backupCodes[1])]).toEqual([200, 200]);
    expect(await pass(backupCodes[0])).toBe(401);
  });

  it('ends with a new password where it was begun with the old one', async () => {
    const { person, totpURI, cookie } = await withSecondStep();
    const begin = async (password: string) => cookieOf(await signIn({ ...person, password }));
    const finish = async (half: string) =>
      (await stage.post('/auth/two-factor/verify-totp', { code: totpCode(totpURI) }, { cookie: half })).status;
    const [changed, reset] = ['a password of their own', 'a password from a letter'];

    const beforeChange = await begin(person.password);
    const change = { currentPassword: person.password, newPassword: changed };
    expect((await stage.post('/auth/change-password', change, { cookie })).status).toBe(200);
    expect(await finish(beforeChange)).toBe(401);

    const beforeReset = await begin(changed);
    await stage.post('/auth/request-password-reset', { email: person.email });
    const { token } = await letterTo(stage, { to: person.email, kind: 'reset-password' });
    expect((await stage.post('/auth/reset-password', { token, newPassword: reset })).status).toBe(200);
    expect(await finish(beforeReset)).toBe(401);
    expect(await finish(await begin(reset))).toBe(200);
  });

  it('is not passed by a new password, and ends only with the password', async () => {
    const { person, cookie } = await withSecondStep();
    await stage.post('/auth/request-password-reset', { email: person.email });
    const { token } = await letterTo(stage, { to: person.email, kind: 'reset-password' });
    const password = 'a password from a letter';
    const disable = (headers: Record<string, string>) => stage.post('/auth/two-factor/disable', { password }, headers);
    expect((await disable({ cookie })).status).toBe(400);
    await stage.post('/auth/reset-password', { token, newPassword: password });

    expect(await (await signIn({ ...person, password })).json()).toMatchObject({ twoFactorRedirect: true });
    expect((await disable({ cookie })).status).toBe(401);
  });
});
