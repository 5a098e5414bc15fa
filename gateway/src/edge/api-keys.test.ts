import { createNetwork } from '@modu/network';
import { createIdentityTokens } from '@modu/viewer';
import { expect, it } from 'vitest';
import { createKeyGuesses } from '../front-door/key-guesses.ts';
import { createApiKeys } from './api-keys.ts';

const GOOD = {
  apiKey: { id: 'k1', scopes: [], requestsPerMinute: 60, expiresAt: null },
  user: { id: 'u1', locale: 'en' },
};

it('keys that are guessed ask identity so often only; who has a good one is known, and other addresses guess for themselves', async () => {
  let asked = 0;
  let isGood = true;
  const network = createNetwork();
  network.attach('identity', {
    fetch: () => {
      asked += 1;
      return Promise.resolve(Response.json({ data: { verifyApiKey: isGood ? GOOD : null } }));
    },
  });
  const revocations = { isRevoked: () => false, onRevoked: () => () => undefined, stop: () => Promise.resolve() };
  const identity = createIdentityTokens('a secret of this test, which is long enough');
  const keys = createApiKeys({ network, identity, revocations, guesses: await createKeyGuesses(5) });

  for (let key = 0; key < 20; key += 1) await keys.verify(`modu_good${key}`, '10.0.0.1');
  expect(asked).toBe(20);
  isGood = false;
  const guesses = Array.from({ length: 50 }, (_one, key) => keys.verify(`modu_bad${key}`, '10.0.0.1'));
  const answers = await Promise.all(guesses);
  expect(answers.filter((one) => one === undefined)).toHaveLength(5);
  expect(answers.at(-1)).toEqual({ retryAfterMs: expect.any(Number) });
  expect(asked).toBe(25);
  expect(await keys.verify('modu_good1', '10.0.0.1')).toMatchObject({ viewer: { apiKeyId: 'k1' } });
  expect(await keys.verify('modu_bad99', '10.0.0.2')).toBeUndefined();
  await network.close();
});
