import { testDatabase } from '@modu/testkit';
import { withClient } from '@modu/postgres';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE_URL, startIdentityStage } from '../../testing/identity-stage.ts';
import type { IdentityStage } from '../../testing/identity-stage.ts';
import { cookieOf } from '../../testing/seed-user.ts';
import { accessTokenClaims } from '../contracts.ts';

let stage: IdentityStage;

beforeAll(async () => {
  stage = await startIdentityStage();
});

afterAll(() => stage.stop());

const PASSWORD = 'correct horse battery';
const signUp = (body: Record<string, unknown>) =>
  stage.post('/auth/sign-up/email', { email: 'someone@example.com', password: PASSWORD, name: 'Someone', ...body });
const signIn = (email: string, password: string) => stage.post('/auth/sign-in/email', { email, password });
const said = async (response: Response) => ({
  status: response.status,
  body: (await response.json()) as Record<string, unknown>,
});

describe('signing up', () => {
  it('opens an account, signs in with a cookie that scripts can’t read, and hands out access tokens', async () => {
    const response = await signUp({ email: 'ada@example.com', name: ' Ada ', locale: 'ko' });
    expect((await said(response.clone())).body['user']).toMatchObject({ name: 'Ada', role: 'MEMBER', locale: 'ko' });
    expect(response.headers.getSetCookie().join()).toMatch(/modu\.session_token=.*HttpOnly.*SameSite=Lax/i);

    const { token } = (await said(await stage.get('/auth/token', { cookie: cookieOf(response) }))).body;
    const keys = (await said(await stage.get('/auth/jwks'))).body as unknown as JSONWebKeySet;
    const { payload } = await jwtVerify(String(token), createLocalJWKSet(keys), {
      algorithms: ['EdDSA'],
      issuer: BASE_URL,
      audience: BASE_URL,
    });
    expect(accessTokenClaims.parse(payload)).toMatchObject({ role: 'MEMBER', locale: 'ko' });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(600);
    expect(JSON.stringify(keys)).not.toContain('"d"');
  });

  it('keeps the password as argon2id of at least 19 MiB, and the signing keys encrypted', async () => {
    await signUp({ email: 'hashed@example.com' });
    await withClient(stage.databaseUrl, async (client) => {
      const { rows } = await client.query<{ password: string }>('SELECT password FROM account');
      for (const { password } of rows) expect(password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      const keys = await client.query<{ private_key: string }>('SELECT private_key FROM jwks');
      for (const key of keys.rows) expect(key.private_key).not.toContain('crv');
    });
  });

  it('gives one address one account, in whatever case it is typed', async () => {
    await signUp({ email: 'Case@Example.com' });

    expect(await said(await signUp({ email: 'cASE@example.COM' }))).toMatchObject({
      status: 422,
      body: { code: expect.stringContaining('USER_ALREADY_EXISTS') as string },
    });
    expect((await signIn('CASE@EXAMPLE.COM', PASSWORD)).status).toBe(200);
  });

  it('makes one account of two attempts at the same moment', async () => {
    const attempts = await Promise.all([1, 2, 3].map(() => signUp({ email: 'twice@example.com' })));

    expect(attempts.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(attempts.every(({ status }) => status < 500)).toBe(true);
  });

  it('gives nobody a role they ask for', async () => {
    const response = await signUp({ email: 'mallory@example.com', role: 'ADMIN', emailVerified: true });

    expect((await said(response)).body['user']).toMatchObject({ role: 'MEMBER', emailVerified: false });
  });

  it('refuses what is not in order, with a code for each', async () => {
    const refused: [Record<string, unknown>, string][] = [
      [{ password: 'too short' }, 'PASSWORD_TOO_SHORT'],
      [{ password: 'x'.repeat(129) }, 'PASSWORD_TOO_LONG'],
      [{ name: ' ' }, 'INVALID_NAME'],
      [{ name: 'n'.repeat(81) }, 'INVALID_NAME'],
      [{ locale: 'fr' }, 'VALIDATION_ERROR'],
      [{ image: 'https://tracker.example/pixel' }, 'INVALID_INPUT'],
      [{ email: 'not an address' }, 'VALIDATION_ERROR'],
      [{ email: `${'a'.repeat(250)}@example.com` }, 'INVALID_EMAIL'],
    ];
    for (const [body, code] of refused) {
      const { status, body: answer } = await said(await signUp({ email: 'refused@example.com', ...body }));
      expect([status, answer['code']], JSON.stringify(body).slice(0, 60)).toEqual([400, code]);
    }
    expect((await signIn('refused@example.com', PASSWORD)).status).toBe(401);
  });
});

describe('signing in', () => {
  it('does not tell a wrong password from an address nobody has', async () => {
    await signUp({ email: 'known@example.com' });
    const wrong = await said(await signIn('known@example.com', 'not the password'));
    const unknown = await said(await signIn('unknown@example.com', 'not the password'));

    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ status: 401, body: { code: 'INVALID_EMAIL_OR_PASSWORD' } });
  });

  it('takes a password in whatever form the keyboard wrote it', async () => {
    const password = '비밀번호는길어요제발';
    await signUp({ email: 'forms@example.com', password: password.normalize('NFC') });

    expect((await signIn('forms@example.com', password.normalize('NFD'))).status).toBe(200);
  });

  it('ends with signing out: the cookie is worth nothing afterwards', async () => {
    const { cookie } = await stage.seed();
    expect((await said(await stage.get('/auth/get-session', { cookie }))).body).toMatchObject({ session: {} });
    await stage.post('/auth/sign-out', {}, { cookie });

    expect((await stage.get('/auth/token', { cookie })).status).toBe(401);
    expect(await (await stage.get('/auth/get-session', { cookie })).json()).toBeNull();
  });

  it('hands N tabs that ask at once a token each, and signs nobody out', async () => {
    const { cookie } = await stage.seed();
    const answers = await Promise.all(Array.from({ length: 20 }, () => stage.get('/auth/token', { cookie })));

    const sessions = await Promise.all(
      answers.map(async (answer) => decodeJwt(((await answer.json()) as { token: string }).token)['sid']),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(new Set(sessions).size).toBe(1);
  });
});

describe('from outside', () => {
  it('a forged cookie and a foreign page get nowhere', async () => {
    const { cookie } = await stage.seed();
    const forged = cookie.replace(/=(.{10})/, '=AAAAAAAAAA');

    expect(await said(await stage.get('/auth/token', { cookie: forged }))).toMatchObject({
      status: 401,
      body: { code: 'UNAUTHORIZED' },
    });
    const foreign = await stage.post('/auth/sign-out', {}, { cookie, origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    expect((await stage.get('/auth/token', { cookie })).status).toBe(200);
  });

  it('only what the studio uses is open', async () => {
    const { cookie } = await stage.seed();
    for (const path of [
      'update-user',
      'delete-user',
      'set-password',
      'admin/list-users',
      'link-social',
      'list-sessions',
    ]) {
      expect(await said(await stage.post(`/auth/${path}`, {}, { cookie }))).toMatchObject({
        status: 404,
        body: { code: 'NOT_FOUND' },
      });
    }
  });

  it('bodies that are no JSON or far too large are refused with a code', async () => {
    expect(await said(await stage.post('/auth/sign-in/email', 'x'.repeat(20_000)))).toMatchObject({
      status: 413,
      body: { code: 'TOO_LARGE' },
    });
    const broken = await said(await stage.post('/auth/sign-in/email', '{'));
    expect(broken.status).toBe(400);
    expect(broken.body['code']).toEqual(expect.any(String));
  });
});

describe('with limits on', () => {
  it('one address may try only so often; others are not held up', async () => {
    const limited = await startIdentityStage({ AUTH_RATE_LIMIT: 'true' });
    const attempt = (address: string) =>
      limited.post(
        '/auth/sign-in/email',
        { email: 'a@example.com', password: PASSWORD },
        { 'x-forwarded-for': address },
      );
    const statuses: number[] = [];
    for (let count = 0; count < 11; count++) statuses.push((await attempt('192.0.2.1')).status);

    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
    expect(statuses[10]).toBe(429);
    const last = await attempt('192.0.2.1');
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await said(last)).body['code']).toBe('RATE_LIMITED');
    expect((await attempt('192.0.2.2')).status).toBe(401);
    await limited.stop();
  });
});

describe('with limits on, for one account', () => {
  it('tries from many addresses are counted together, whether the account exists or not', async () => {
    const limited = await startIdentityStage({ AUTH_RATE_LIMIT: 'true' });
    const ada = await limited.seed();
    let next = 1;
    const attempt = (email: string, password: string) =>
      limited.post('/auth/sign-in/email', { email, password }, { 'x-forwarded-for': `198.51.100.${next++}` });
    for (const email of [ada.email, 'nobody@example.com']) {
      const statuses: number[] = [];
      for (let count = 0; count < 21; count++) statuses.push((await attempt(email, 'wrong password')).status);

      expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401));
      expect(statuses[20]).toBe(429);
    }
    const refused = await attempt(ada.email.toUpperCase(), ada.password);
    expect([refused.status, (await said(refused.clone())).body['code']]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
    expect(JSON.stringify(await limited.rows('SELECT key FROM rate_limit'))).not.toContain('@');
    await limited.stop();
  });

  it('tries are remembered for their quarter of an hour, though what is over of other limits goes', async () => {
    const limited = await startIdentityStage({ AUTH_RATE_LIMIT: 'true' });
    const from = (n: number) => ({ 'x-forwarded-for': `198.51.100.${n}` });
    const attempt = { email: 'nobody@example.com', password: 'wrong password' };
    await limited.post('/auth/sign-in/email', attempt, from(1));
    await limited.get('/auth/get-session', from(2));
    await limited.rows('UPDATE rate_limit SET last_request = last_request - 12 * 60000');
    await limited.get('/auth/get-session', from(2));
    await limited.post('/auth/sign-in/email', attempt, from(1));

    expect(await limited.rows("SELECT count FROM rate_limit WHERE key LIKE 'account:%'")).toEqual([{ count: 2 }]);
    await limited.stop();
  });

  it('the right password forgets the tries before it', async () => {
    const limited = await startIdentityStage({ AUTH_RATE_LIMIT: 'true' });
    const ada = await limited.seed();
    let next = 1;
    const attempt = (password: string) =>
      limited.post(
        '/auth/sign-in/email',
        { email: ada.email, password },
        { 'x-forwarded-for': `198.51.100.${next++}` },
      );
    for (let count = 0; count < 15; count++) await attempt('wrong password');
    expect((await attempt(ada.password)).status).toBe(200);
    for (let count = 0; count < 15; count++) expect((await attempt('wrong password')).status).toBe(401);
    await limited.stop();
  });
});

describe('with limits on, where somebody has signed in before', () => {
  it('guesses elsewhere do not shut them out; guesses there are counted for themselves, and for that account alone', async () => {
    const limited = await startIdentityStage({ AUTH_RATE_LIMIT: 'true' });
    const [ada, joon] = [await limited.seed(), await limited.seed()];
    let next = 1;
    const attempt = async ({ email }: { readonly email: string }, password: string, cookie = '') => {
      const from = { 'x-forwarded-for': `198.51.100.${next++}`, cookie };
      return limited.post('/auth/sign-in/email', { email, password }, from);
    };
    /** As often as one may: once, and the rest by the count alone, since each costs what a password costs. */
    const guess = async (person: { readonly email: string }, cookie = '') => {
      const { status } = await attempt(person, 'wrong password', cookie);
      await limited.rows(`UPDATE rate_limit SET count = 20 WHERE count = 1 AND key ~ '^(account|device):'`);
      return status;
    };
    const known = deviceCookie(await attempt(ada, ada.password));

    expect([await guess(ada), await guess(joon)]).toEqual([401, 401]);
    expect((await attempt(ada, ada.password)).status, 'elsewhere').toBe(429);
    expect((await attempt(joon, joon.password, known)).status, 'another account there').toBe(429);
    expect((await attempt(ada, ada.password, known.replace(/[^.]{4}$/u, 'AAA='))).status, 'a forged one').toBe(429);
    const again = await attempt(ada, ada.password, known);
    expect(again.status, 'there').toBe(200);
    expect(deviceCookie(again)).not.toBe(known);
    expect(await guess(ada, known)).toBe(401);
    expect((await attempt(ada, ada.password, known)).status, 'there, guessed too often').toBe(429);
    await limited.stop();
  });
});

const deviceCookie = (response: Response) =>
  response.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith('modu.known_device='))
    ?.split(';')[0] ?? '';

describe('over https', () => {
  it('cookies are for https alone', async () => {
    const secure = await startIdentityStage({ PUBLIC_URL: 'https://modu.example' });
    const response = await secure.send(
      new Request('https://modu.example/auth/sign-up/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://modu.example' },
        body: JSON.stringify({ email: 'tls@example.com', password: PASSWORD, name: 'Tls' }),
      }),
    );

    expect(response.headers.getSetCookie().join()).toMatch(/__Secure-modu\.session_token=.*Secure/);
    await secure.stop();
  });
});

describe('the demo account', () => {
  it('is there on loopback when asked for, also after a second start, and never on a public address', async () => {
    const demo = { email: 'demo@modu.local', password: 'modu-demo-2026' };
    const database = await testDatabase('identity-demo');
    for (const [PUBLIC_URL, status] of [
      ['https://modu.example', 401],
      [BASE_URL, 200],
      [BASE_URL, 200],
    ] as const) {
      const started = await startIdentityStage({
        IDENTITY_DATABASE_URL: database.url,
        DEMO_ACCOUNT: 'true',
        PUBLIC_URL,
      });
      const origin = new URL(PUBLIC_URL).origin;
      expect((await started.post('/auth/sign-in/email', demo, { origin })).status).toBe(status);
      await started.stop();
    }
    await database.drop();
  });

  it('is signed in nowhere until somebody signs in', async () => {
    const started = await startIdentityStage({ DEMO_ACCOUNT: 'true' });
    expect(await started.rows('SELECT id FROM session')).toEqual([]);
    await started.stop();
  });
});
