import { createLogger } from '@modu/logger';
import { createNetwork } from '@modu/network';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, expect, it, vi } from 'vitest';
import { createAccessTokens } from './access-tokens.ts';

const ISSUER = 'http://localhost:4000';
const MINUTE_MS = 60_000;

afterEach(() => void vi.useRealTimers());

it('identity that is away takes nobody’s access: its keys are good for hours, and are read again when it is back', async () => {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'EdDSA' };
  let isAway = false;
  let readings = 0;
  const network = createNetwork();
  network.attach('identity', {
    fetch: () => {
      readings += 1;
      return isAway ? Promise.reject(new Error('away')) : Promise.resolve(Response.json({ keys: [jwk] }));
    },
  });
  const logger = createLogger({ destination: { write: () => undefined } });
  const tokens = createAccessTokens({ network, issuer: ISSUER, logger });
  vi.useFakeTimers({ toFake: ['Date'] });
  const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * MINUTE_MS);
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
    .setSubject('u1')
    .setIssuer(ISSUER)
    .setAudience(ISSUER)
    .setExpirationTime('1d')
    .sign(privateKey);
  const verified = { viewer: { userId: 'u1' } };

  expect(await tokens.verify(token)).toMatchObject(verified);
  isAway = true;
  later(11);
  expect(await tokens.verify(token)).toMatchObject(verified);
  await vi.waitFor(() => expect(readings).toBe(2));
  expect(await tokens.verify(token)).toMatchObject(verified);
  expect(readings).toBe(2);
  later(7 * 60);
  await expect(tokens.verify(token)).rejects.toThrow();
  isAway = false;
  expect(await tokens.verify(token)).toMatchObject(verified);
  await network.close();
});
