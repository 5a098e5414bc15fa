import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE_URL, startIdentityStage } from '../../testing/identity-stage.ts';
import type { IdentityStage } from '../../testing/identity-stage.ts';
import { startOidcHouse } from '../../testing/oidc-house.ts';
import type { OidcHouse } from '../../testing/oidc-house.ts';
import { letterTo, readMail } from '../../testing/read-mail.ts';
import { cookieOf } from '../../testing/seed-user.ts';
import { totpCode } from '../../testing/totp.ts';

let stage: IdentityStage;
let house: OidcHouse;

beforeAll(async () => {
  house = await startOidcHouse(['google', 'discord'].map((id) => `${BASE_URL}/auth/callback/${id}`));
  const { clientId, clientSecret, endpoints } = house;
  stage = await startIdentityStage({
    GOOGLE_CLIENT_ID: clientId,
    GOOGLE_CLIENT_SECRET: clientSecret,
    GOOGLE_ENDPOINTS: endpoints,
    DISCORD_CLIENT_ID: clientId,
    DISCORD_CLIENT_SECRET: clientSecret,
    DISCORD_ENDPOINTS: endpoints,
  });
});

afterAll(async () => {
  await stage.stop();
  await house.stop();
});

async function begin(provider: string, callbackURL = '/') {
  const response = await stage.post('/auth/sign-in/social', { provider, callbackURL, errorCallbackURL: '/sign-in' });
  const { url } = (await response.json()) as { url: string };
  return { status: response.status, url, cookie: cookieOf(response) };
}

/** Signs in with a provider as a browser does; returns the answer to the last step. */
async function signInWith(provider: string, person: string, callbackURL = '/') {
  const { url, cookie } = await begin(provider, callbackURL);
  const back = await house.agree(url, person);
  return stage.get(back.pathname + back.search, { cookie });
}

const userOf = async (response: Response) => {
  const session = await stage.get('/auth/get-session', { cookie: cookieOf(response) });
  return ((await session.json()) as { user: Record<string, unknown> } | null)?.user;
};

describe('signing in with Google', () => {
  it('makes an account the first time and finds it the next, by who they are and not by their address', async () => {
    house.people.set('g-1', { email: 'gim@example.com', email_verified: true, name: '김하늘' });
    const first = await userOf(await signInWith('google', 'g-1'));
    house.people.set('g-1', { email: 'moved@example.com', email_verified: true, name: '김하늘' });
    const second = await userOf(await signInWith('google', 'g-1'));

    expect(first).toMatchObject({ email: 'gim@example.com', emailVerified: true, name: '김하늘', role: 'MEMBER' });
    expect(second?.['id']).toBe(first?.['id']);
  });

  it('goes with state and PKCE; an answer without our state, or with somebody else’s, opens nothing', async () => {
    house.people.set('g-2', { email: 'two@example.com', email_verified: true, name: 'Two' });
    const { url, cookie } = await begin('google');
    const asked = new URL(url).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('state')?.length).toBeGreaterThan(20);
    const back = await house.agree(url, 'g-2');

    for (const bad of [{ cookie: '' }, { cookie: (await begin('google')).cookie }]) {
      const refused = await stage.get(back.pathname + back.search, bad);
      expect(refused.headers.getSetCookie().join()).not.toContain('session_token=');
    }
    const forged = new URL(back);
    forged.searchParams.set('state', 'forged');
    // Nobody knows what page that one came from: it ends on ours for signing in, which says that it was refused.
    const ended = (await stage.get(forged.pathname + forged.search, { cookie })).headers.get('location');
    expect(ended).toMatch(/^http:\/\/localhost:4000\/sign-in\?refused=true&error=/);
  });

  it('does not take over an account whose address was never proven', async () => {
    const email = 'prey@example.com';
    await stage.seed({ email });
    house.people.set('g-3', { email, email_verified: true, name: 'Prey' });
    const refused = await signInWith('google', 'g-3');

    expect(refused.headers.get('location')).toMatch(/\/sign-in\?error=account_not_linked/);
    expect(await userOf(refused)).toBeUndefined();
  });

  it('finds the account of a proven address', async () => {
    const ada = await stage.seed({ email: 'proven@example.com' });
    const { token } = await letterTo(stage, { to: ada.email, kind: 'verify-email' });
    await stage.get(`/auth/verify-email?token=${encodeURIComponent(token)}`);
    house.people.set('g-4', { email: ada.email, email_verified: true, name: 'Ada' });

    expect((await userOf(await signInWith('google', 'g-4')))?.['id']).toBe(ada.id);
  });

  it('keeps what Google gave us encrypted', async () => {
    const rows = await stage.rows("SELECT access_token FROM account WHERE provider_id = 'google'");
    expect(rows.length).toBeGreaterThan(0);
    for (const { access_token: token } of rows) expect(String(token)).toMatch(/^[0-9a-f$]{60,}/);
  });
});

describe('a person without a password', () => {
  it('is told so, and not that it is wrong, when they change it or turn on the second step', async () => {
    house.people.set('g-6', { email: 'passless@example.com', email_verified: true, name: 'Passless' });
    const cookie = cookieOf(await signInWith('google', 'g-6'));
    const codeOf = async (path: string, body: object) =>
      ((await (await stage.post(path, body, { cookie })).json()) as { code?: string }).code;
    const change = { currentPassword: 'anything at all', newPassword: 'something else' };

    expect(await codeOf('/auth/change-password', change)).toBe('CREDENTIAL_ACCOUNT_NOT_FOUND');
    const enable = { password: 'anything at all' };
    expect(await codeOf('/auth/two-factor/enable', enable)).toBe('CREDENTIAL_ACCOUNT_NOT_FOUND');
    const nobody = await stage.post('/auth/two-factor/enable', enable);
    expect(nobody.status).toBe(401);
  });

  it('is known to have none until they set one by a letter, with which they then sign in', async () => {
    const email = 'letter-first@example.com';
    house.people.set('g-7', { email, email_verified: true, name: 'Lettered' });
    const user = await userOf(await signInWith('google', 'g-7'));
    const id = String(user?.['id']);
    const viewer = { kind: 'user', userId: id, role: 'MEMBER', locale: 'en' } as const;
    const hasPassword = async () => (await stage.ask(viewer, '{ me { hasPassword } }')).data?.['me'];

    expect(await hasPassword()).toEqual({ hasPassword: false });
    await stage.post('/auth/request-password-reset', { email });
    const { token } = await letterTo(stage, { to: email, kind: 'reset-password' });
    const newPassword = 'set by a letter';
    expect((await stage.post('/auth/reset-password', { token, newPassword })).status).toBe(200);
    expect(await hasPassword()).toEqual({ hasPassword: true });
    expect((await stage.post('/auth/sign-in/email', { email, password: newPassword })).status).toBe(200);
  });
});

describe('a person with a second step', () => {
  it('is asked for the code after Google too, and is nobody before it', async () => {
    house.people.set('g-5', { email: 'careful@example.com', email_verified: true, name: 'Careful' });
    const ada = await stage.seed({ email: 'careful@example.com' });
    const { token } = await letterTo(stage, { to: ada.email, kind: 'verify-email' });
    await stage.get(`/auth/verify-email?token=${encodeURIComponent(token)}`);
    const enabled = await stage.post('/auth/two-factor/enable', { password: ada.password }, { cookie: ada.cookie });
    const { totpURI } = (await enabled.json()) as { totpURI: string };
    await stage.post('/auth/two-factor/verify-totp', { code: totpCode(totpURI) }, { cookie: ada.cookie });

    const half = await signInWith('google', 'g-5', '/gallery');
    expect(half.status).toBe(302);
    expect(half.headers.get('location')).toBe('/sign-in?code=true&next=%2Fgallery');
    expect(await userOf(half)).toBeUndefined();
    expect((await stage.get('/auth/token', { cookie: cookieOf(half) })).status).toBe(401);

    const answer = (code: string) => stage.post('/auth/two-factor/verify-totp', { code }, { cookie: cookieOf(half) });
    expect((await answer('000000')).status).toBe(401);
    expect((await userOf(await answer(totpCode(totpURI))))?.['id']).toBe(ada.id);
  });
});

describe('signing in with Discord', () => {
  it('works without an address: the account has none that mail could reach until the person adds one', async () => {
    house.people.set('d-1', { id: '80351110224678912', username: 'nelly', global_name: 'Nelly', email: null });
    const answered = await signInWith('discord', 'd-1');
    const user = await userOf(answered);

    expect(user).toMatchObject({
      name: 'Nelly',
      email: 'discord-80351110224678912@no-address.invalid',
      emailVerified: false,
    });
    expect((await readMail(stage)).filter(({ to }) => to.endsWith('.invalid'))).toEqual([]);
    await stage.post('/auth/change-email', { newEmail: 'nelly@example.com' }, { cookie: cookieOf(answered) });
    const { token } = await letterTo(stage, { to: 'nelly@example.com', kind: 'verify-email' });
    await stage.get(`/auth/verify-email?token=${encodeURIComponent(token)}`, { cookie: cookieOf(answered) });
    expect((await userOf(await signInWith('discord', 'd-1')))?.['email']).toBe('nelly@example.com');
  });
});

describe('an address for which a provider does not vouch', () => {
  it.each(['google', 'discord'])('opens no account at it with %s: it stays free for its owner', async (provider) => {
    const email = `prey-of-${provider}@example.com`;
    const claims = { email, verified: false, email_verified: false, name: 'Eve', username: 'eve' };
    house.people.set(`${provider}-eve`, { id: `${provider}-eve`, ...claims });
    const eve = await userOf(await signInWith(provider, `${provider}-eve`));

    expect(eve).toMatchObject({ email: `${provider}-${provider}-eve@no-address.invalid`, emailVerified: false });
    expect((await readMail(stage)).filter(({ to }) => to === email)).toEqual([]);
    const owner = await stage.seed({ email });
    expect((await userOf(await signInWith(provider, `${provider}-eve`)))?.['id']).toBe(eve?.['id']);
    expect(owner.id).not.toBe(eve?.['id']);
  });
});

describe('providers', () => {
  it('are those that are set, and lead back to our own pages alone', async () => {
    expect(await (await stage.get('/auth/providers')).json()).toEqual({ providers: ['google', 'discord'] });
    expect((await begin('google', 'https://evil.example/')).status).toBe(403);
    const none = await startIdentityStage();
    expect(await (await none.get('/auth/providers')).json()).toEqual({ providers: [] });
    expect((await none.post('/auth/sign-in/social', { provider: 'google', callbackURL: '/' })).status).toBe(404);
    await none.stop();
  });
});
