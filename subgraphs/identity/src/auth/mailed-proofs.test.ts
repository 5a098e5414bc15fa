import { withClient } from '@modu/postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startIdentityStage } from '../../testing/identity-stage.ts';
import type { IdentityStage } from '../../testing/identity-stage.ts';
import { letterTo, readMail } from '../../testing/read-mail.ts';
import { cookieOf } from '../../testing/seed-user.ts';

let stage: IdentityStage;

beforeAll(async () => {
  stage = await startIdentityStage();
});

afterAll(() => stage.stop());

const NEXT = 'another password';
const signIn = (email: string, password: string) => stage.post('/auth/sign-in/email', { email, password });
const codeOf = async (response: Response) => ((await response.json()) as { code?: string }).code;
const verify = (token: string, cookie?: string) =>
  stage.get(`/auth/verify-email?token=${encodeURIComponent(token)}`, cookie ? { cookie } : {});
const session = async (cookie: string) =>
  (await (await stage.get('/auth/get-session', { cookie })).json()) as { user: Record<string, unknown> } | null;

describe('an address', () => {
  it('is confirmed by the link of the letter that signing up sends, in the language of the person', async () => {
    const ada = await stage.seed({ locale: 'ko', name: '김하늘' });
    const letter = await letterTo(stage, { to: ada.email, kind: 'verify-email' });

    expect(letter.subject).toBe('이메일 주소를 확인해 주세요');
    expect(letter.text).toMatch(/^김하늘님, 안녕하세요\.[^]*http:\/\/localhost:4000\/verify-email#/);
    expect((await session(ada.cookie))?.user).toMatchObject({ emailVerified: false });
    expect((await verify(letter.token)).status).toBe(200);
    expect((await session(ada.cookie))?.user).toMatchObject({ emailVerified: true });
  });

  it('is not confirmed by a token that is forged, cut or for something else', async () => {
    const ada = await stage.seed();
    const { token } = await letterTo(stage, { to: ada.email, kind: 'verify-email' });

    for (const bad of ['', 'rubbish', token.slice(0, -3), `${token.split('.')[0]}.e30.`, ada.token]) {
      expect((await verify(bad)).status, bad.slice(0, 20)).toBeGreaterThanOrEqual(400);
    }
    expect((await session(ada.cookie))?.user).toMatchObject({ emailVerified: false });
  });

  it('changes once the old address agreed and the new one answered; the old one is told', async () => {
    const ada = await stage.seed();
    await verify((await letterTo(stage, { to: ada.email, kind: 'verify-email' })).token);
    const newEmail = `new-${ada.email}`;

    expect((await stage.post('/auth/change-email', { newEmail }, { cookie: ada.cookie })).status).toBe(200);
    const asked = await letterTo(stage, { to: ada.email, kind: 'confirm-email-change' });
    expect(asked.text).toContain(newEmail);
    expect((await session(ada.cookie))?.user).toMatchObject({ email: ada.email });
    expect((await verify(asked.token)).status).toBe(200);
    const answered = await letterTo(stage, { to: newEmail, kind: 'verify-email' });

    const stranger = await verify(answered.token);
    expect([stranger.status, await codeOf(stranger)]).toEqual([401, 'SIGN_IN_FIRST']);
    expect(stranger.headers.getSetCookie()).toEqual([]);
    expect((await verify(answered.token, ada.cookie)).status).toBe(200);
    expect((await session(ada.cookie))?.user).toMatchObject({ email: newEmail, emailVerified: true });
    expect((await letterTo(stage, { to: ada.email, kind: 'email-changed' })).text).toContain(newEmail);
    expect((await signIn(newEmail, ada.password)).status).toBe(200);
    expect((await signIn(ada.email, ada.password)).status).toBe(401);
  });

  it('that somebody names is written to a few times at most, however often they agree to it', async () => {
    const limited = await startIdentityStage({ AUTH_RATE_LIMIT: 'true' });
    const mallory = await limited.seed();
    const open = (token: string) => limited.get(`/auth/verify-email?token=${encodeURIComponent(token)}`);
    await open((await letterTo(limited, { to: mallory.email, kind: 'verify-email' })).token);
    const newEmail = 'stranger@example.com';
    await limited.post('/auth/change-email', { newEmail }, { cookie: mallory.cookie });
    const { token } = await letterTo(limited, { to: mallory.email, kind: 'confirm-email-change' });
    const statuses: number[] = [];
    for (let count = 0; count < 20; count++) statuses.push((await open(token)).status);

    expect(statuses.slice(4, 6)).toEqual([200, 429]);
    expect((await readMail(limited)).filter(({ to }) => to === newEmail)).toHaveLength(5);
    expect((await limited.rows('SELECT key FROM rate_limit')).filter(({ key }) => String(key).includes('@'))).toEqual(
      [],
    );
    await limited.stop();
  });

  it('gets twenty letters of one kind an hour, whoever asks for them', async () => {
    const ada = await stage.seed();
    await stage.rows("UPDATE rate_limit SET count = 18 WHERE key LIKE 'letter:verify-email:%'");
    for (let count = 0; count < 4; count++) await stage.post('/auth/send-verification-email', { email: ada.email });
    await stage.post('/auth/request-password-reset', { email: ada.email });

    const sent = (await readMail(stage)).filter(({ to }) => to === ada.email).map(({ kind }) => kind);
    expect(sent.toSorted()).toEqual(['reset-password', ...Array.from({ length: 3 }, () => 'verify-email')]);
  });

  it('does not change to one that somebody has, and the answer does not tell', async () => {
    const [ada, bob] = [await stage.seed(), await stage.seed()];
    const ask = async (newEmail: string) => {
      const response = await stage.post('/auth/change-email', { newEmail }, { cookie: ada.cookie });
      return [response.status, await response.json()];
    };

    expect(await ask(bob.email)).toEqual(await ask(`free-${ada.email}`));
    expect((await readMail(stage)).filter(({ to, kind }) => to === bob.email && kind !== 'verify-email')).toEqual([]);
  });
});

describe('a forgotten password', () => {
  it('is replaced once by the link of a letter, and every session ends', async () => {
    const ada = await stage.seed();
    await stage.post('/auth/request-password-reset', { email: ada.email });
    const { token } = await letterTo(stage, { to: ada.email, kind: 'reset-password' });
    const reset = (newPassword: string) => stage.post('/auth/reset-password', { token, newPassword });

    expect(await codeOf(await reset('short'))).toBe('PASSWORD_TOO_SHORT');
    expect((await reset(NEXT)).status).toBe(200);
    expect((await stage.get('/auth/token', { cookie: ada.cookie })).status).toBe(401);
    expect((await signIn(ada.email, ada.password)).status).toBe(401);
    expect((await signIn(ada.email, NEXT)).status).toBe(200);
    await letterTo(stage, { to: ada.email, kind: 'password-changed' });
    expect(await codeOf(await reset('a third password'))).toBe('INVALID_TOKEN');
  });

  it('once replaced opens nothing, also for a sign-in that had proved it just before', async () => {
    const ada = await stage.seed();
    await stage.post('/auth/request-password-reset', { email: ada.email });
    const { token } = await letterTo(stage, { to: ada.email, kind: 'reset-password' });
    await stage.rows(`
      CREATE FUNCTION hold_session() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_advisory_xact_lock(20); RETURN NEW; END $$;
      CREATE TRIGGER hold_session BEFORE INSERT ON session FOR EACH ROW EXECUTE FUNCTION hold_session();`);
    const signingIn = await withClient(stage.databaseUrl, async (client) => {
      await client.query('SELECT pg_advisory_lock(20)');
      const begun = signIn(ada.email, ada.password);
      await vi.waitFor(async () =>
        expect(await stage.rows("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")).toHaveLength(1),
      );
      expect((await stage.post('/auth/reset-password', { token, newPassword: NEXT })).status).toBe(200);
      return { begun };
    });
    const answer = await signingIn.begun;
    await stage.rows('DROP TRIGGER hold_session ON session');

    expect([answer.status, await codeOf(answer)]).toEqual([401, 'INVALID_EMAIL_OR_PASSWORD']);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await stage.rows(`SELECT 1 FROM session WHERE user_id = '${ada.id}'`)).toEqual([]);
    expect((await signIn(ada.email, NEXT)).status).toBe(200);
  });

  it('leaves no token in the database that would open an account', async () => {
    const ada = await stage.seed();
    await stage.post('/auth/request-password-reset', { email: ada.email });
    const { token } = await letterTo(stage, { to: ada.email, kind: 'reset-password' });

    expect(JSON.stringify(await stage.rows('SELECT * FROM verification'))).not.toContain(token);
  });
});

describe('a password', () => {
  it('is changed by whoever knows it; other places are signed out, this one stays', async () => {
    const ada = await stage.seed();
    const elsewhere = cookieOf(await signIn(ada.email, ada.password));
    const change = (currentPassword: string) =>
      stage.post('/auth/change-password', { currentPassword, newPassword: NEXT }, { cookie: ada.cookie });

    expect(await codeOf(await change('not the password'))).toBe('INVALID_PASSWORD');
    const changed = await change(ada.password);
    expect(changed.status).toBe(200);
    expect((await stage.get('/auth/token', { cookie: elsewhere })).status).toBe(401);
    expect((await stage.get('/auth/token', { cookie: cookieOf(changed) })).status).toBe(200);
    expect((await signIn(ada.email, NEXT)).status).toBe(200);
    await letterTo(stage, { to: ada.email, kind: 'password-changed' });
  });

  it('is changed without the cookie of before taking the new one away, though it comes late', async () => {
    const ada = await stage.seed();
    const body = { currentPassword: ada.password, newPassword: NEXT };
    await stage.post('/auth/change-password', body, { cookie: ada.cookie });

    const late = await stage.get('/auth/token', { cookie: ada.cookie });
    expect([late.status, late.headers.getSetCookie()]).toEqual([401, []]);
    const asked = await stage.get('/auth/get-session', { cookie: ada.cookie });
    expect([await asked.json(), asked.headers.getSetCookie()]).toEqual([null, []]);
  });

  it('is not changed by a stranger', async () => {
    const ada = await stage.seed();
    const body = { currentPassword: ada.password, newPassword: NEXT };

    expect((await stage.post('/auth/change-password', body)).status).toBe(401);
  });
});

describe('the page of letters', () => {
  it('is there on a machine of one person, for that machine alone', async () => {
    expect((await stage.get('/auth/mail', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(200);
    expect((await stage.get('/auth/mail', { 'x-forwarded-for': '192.0.2.7' })).status).toBe(404);
    for (const settings of [
      { PUBLIC_URL: 'https://modu.example' },
      { SMTP_URL: 'smtp://127.0.0.1:1' },
      { NODE_ENV: 'production' },
    ]) {
      const other = await startIdentityStage(settings);
      expect((await other.get('/auth/mail')).status, JSON.stringify(settings)).toBe(404);
      await other.stop();
    }
  });
});
