import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIdentityStage } from '../../testing/identity-stage.ts';
import type { IdentityStage } from '../../testing/identity-stage.ts';

let stage: IdentityStage;
const KNOWN = 'known@example.com';
const PASSWORD = 'correct horse battery';

beforeAll(async () => {
  stage = await startIdentityStage({ EMAIL_VERIFICATION: 'required' });
  await signUp(KNOWN);
});

afterAll(() => stage.stop());

const signUp = (email: string) => stage.post('/auth/sign-up/email', { email, password: PASSWORD, name: 'Somebody' });
let strangers = 0;
const unknown = () => `stranger-${strangers++}@example.com`;

const ASKS = {
  'signing up': signUp,
  'signing in': (email: string) => stage.post('/auth/sign-in/email', { email, password: 'not the password' }),
  'a forgotten password': (email: string) => stage.post('/auth/request-password-reset', { email }),
  'a new letter': (email: string) => stage.post('/auth/send-verification-email', { email }),
};

/** What an answer shows besides what it must not: its own ids, moments and the address that was asked. */
async function shapeOf(response: Response, email: string) {
  const text = (await response.text())
    .replaceAll(email, 'EMAIL')
    .replace(/"id":"[^"]{20,40}"/, '"id":"ID"')
    .replaceAll(/"\d{4}-\d\d-\d\dT[^"]+"/g, 'MOMENT');
  const headers = [...response.headers].filter(([name]) => name !== 'date');
  return { status: response.status, text, headers };
}

const ROUNDS = 5;

describe.each(Object.entries(ASKS))('%s', (name, ask) => {
  it('answers a known and an unknown address alike', async () => {
    const stranger = unknown();

    expect(await shapeOf(await ask(KNOWN), KNOWN)).toEqual(await shapeOf(await ask(stranger), stranger));
  });

  it('takes the same time for both', async () => {
    const timed = async (email: string) => {
      const startedAt = performance.now();
      await (await ask(email)).arrayBuffer();
      return performance.now() - startedAt;
    };
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      times.known.push(await timed(KNOWN));
      times.unknown.push(await timed(unknown()));
    }
    // The quickest of each: on a busy machine the others say what else it did.
    const [known, strange] = [Math.min(...times.known), Math.min(...times.unknown)];
    console.log(
      `${name}: at least ${known.toFixed(0)} ms for a known address, ${strange.toFixed(0)} ms for an unknown one`,
    );

    // Not a matter of speed: a stranger's answer that skipped the work of the other would come many times sooner.
    expect(Math.min(known, strange) / Math.max(known, strange)).toBeGreaterThan(0.3);
  });
});

describe('where addresses are confirmed first', () => {
  it('nobody is signed in by signing up, nor by the right password, before the letter was answered', async () => {
    const email = unknown();
    const signedUp = await signUp(email);
    const signedIn = await stage.post('/auth/sign-in/email', { email, password: PASSWORD });

    expect(signedUp.headers.getSetCookie()).toEqual([]);
    expect([signedIn.status, ((await signedIn.json()) as { code: string }).code]).toEqual([403, 'EMAIL_NOT_VERIFIED']);
  });
});
