import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger } from '@modu/logger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE_URL, startIdentityStage } from '../../testing/identity-stage.ts';
import { cookieOf } from '../../testing/seed-user.ts';
import { createProviderCalls } from './provider-calls.ts';

/** A house that takes the question and says nothing, or goes on for ever. */
let house: Server;
let url: string;

beforeAll(async () => {
  house = createServer((request, response) => {
    if (request.url === '/silent') return;
    const go = () => void (response.destroyed || response.write('{'.repeat(50_000), () => setTimeout(go, 1)));
    go();
  });
  await new Promise<void>((resolve) => house.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(house.address() as AddressInfo).port}`;
});

afterAll(() => {
  house.closeAllConnections();
  house.close();
});

const logger = createLogger({ level: 'silent' });
const callsTo = (path: string) => {
  const [tokenUrl, personUrl] = [url + path, url + path];
  return createProviderCalls({ clientId: 'a', clientSecret: 'b', tokenUrl, personUrl }, { logger, deadlineMs: 50 });
};
const agreed = { code: 'c', redirectURI: `${BASE_URL}/auth/callback/google` };

describe('a provider that does not answer as it should', () => {
  it.each(['/silent', '/endless'])(
    'is waited for no longer than the deadline and read no further than a profile goes: %s',
    async (path) => {
      const { getToken, getUserInfo } = callsTo(path);

      await expect(getToken(agreed)).rejects.toThrow();
      expect(await getUserInfo({ accessToken: 't' })).toBeNull();
    },
  );

  it('leaves whoever comes back from it on the page for signing in', async () => {
    const stage = await startIdentityStage({
      GOOGLE_CLIENT_ID: 'a',
      GOOGLE_CLIENT_SECRET: 'b',
      GOOGLE_ENDPOINTS: `${url}/agree ${url}/endless ${url}/endless`,
    });
    const body = { provider: 'google', callbackURL: '/', errorCallbackURL: '/sign-in' };
    const begun = await stage.post('/auth/sign-in/social', body);
    const state = new URL(((await begun.json()) as { url: string }).url).searchParams.get('state');
    const back = await stage.get(`/auth/callback/google?code=c&state=${state}`, { cookie: cookieOf(begun) });

    expect([back.status, back.headers.get('location')]).toEqual([302, '/sign-in?error=invalid_code']);
    await stage.stop();
  });
});
