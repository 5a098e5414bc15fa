import type { SeededUser } from '@modu/identity/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEdgeStage } from '../testing/edge-stage.ts';
import type { EdgeStage, OpenSocket } from '../testing/edge-stage.ts';

let stage: EdgeStage;

beforeAll(async () => {
  stage = await startEdgeStage();
});

afterAll(() => stage.stop());

/** Ends sessions in one way and measures until every socket of the person is closed. */
async function measure(sockets: readonly OpenSocket[], end: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await end();
  const ends = await Promise.all(sockets.map(({ closed }) => closed));
  expect(ends.map(({ code }) => code)).toEqual(ends.map(() => 4403));
  return Math.max(...ends.map(({ atMs }) => atMs)) - startedAt;
}

async function mailedToken(to: string): Promise<string> {
  const { letters } = (await (await stage.auth('/auth/mail')).json()) as {
    letters: { to: string; kind: string; text: string }[];
  };
  const letter = letters.find((one) => one.to === to && one.kind === 'reset-password');
  return /#(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
}

const SOCKETS = 5;
const openMany = ({ token }: SeededUser) => Promise.all(Array.from({ length: SOCKETS }, () => stage.openSocket(token)));

describe('what is open for a session that ends', () => {
  it('is closed by a password reset, a revocation, signing out and a changed password; others stay (how soon is printed)', async () => {
    const bystander = await stage.openSocket((await stage.seed()).token);
    const ways: Record<string, (person: SeededUser) => Promise<() => Promise<unknown>>> = {
      'a password reset': async ({ email }) => {
        await stage.auth('/auth/request-password-reset', { body: { email } });
        const body = { token: await mailedToken(email), newPassword: 'a password nobody knew' };
        return () => stage.auth('/auth/reset-password', { body });
      },
      'a revocation': async ({ token }) => {
        const { sid } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sid: string };
        return () => stage.ask(token, `mutation { revokeSession(id: "${sid}") { __typename } }`);
      },
      'signing out':
        async ({ cookie }) =>
        () =>
          stage.auth('/auth/sign-out', { body: {}, cookie }),
      'a changed password': async ({ cookie, password }) => {
        const body = { currentPassword: password, newPassword: 'another password' };
        return () => stage.auth('/auth/change-password', { body, cookie });
      },
    };
    for (const [way, prepare] of Object.entries(ways)) {
      const person = await stage.seed();
      expect((await stage.ask(person.token)).status).toBe(200);
      const tookMs = await measure(await openMany(person), await prepare(person));
      console.log(`${way}: ${SOCKETS} sockets closed ${tookMs.toFixed(0)} ms after it was asked for`);

      expect((await stage.ask(person.token)).status).toBe(401);
      await expect(stage.openSocket(person.token)).rejects.toThrow(/4403/);
    }
    expect(await Promise.race([bystander.closed, Promise.resolve('open')])).toBe('open');
    bystander.end();
  });
});

describe('a session that ends while nobody can hear of it', () => {
  it('is refused as soon as the bus is back, its sockets closed, and by gateways that came later', async () => {
    const quiet = await startEdgeStage();
    try {
      const person = await quiet.seed();
      const socket = await quiet.openSocket(person.token);
      await quiet.muteIdentity();
      await quiet.auth('/auth/sign-out', { body: {}, cookie: person.cookie });
      expect((await quiet.ask(person.token)).status).toBe(200);

      await quiet.cutBus();
      expect((await socket.closed).code).toBe(4403);
      expect((await quiet.ask(person.token)).status).toBe(401);
      expect(await quiet.askNewGateway(person.token)).toBe(401);
    } finally {
      await quiet.stop();
    }
  });
});

describe('a program with an API key', () => {
  const create = async ({ token }: SeededUser, input: string) => {
    const query = `mutation { createApiKey(input: { name: "Farm", ${input} }) {
      ... on CreatedApiKey { secret apiKey { id } } ... on Refusal { code }
    } }`;
    const { data } = (await (await stage.ask(token, query)).json()) as {
      data: { createApiKey: { secret: string; apiKey: { id: string } } };
    };
    return data.createApiKey;
  };

  it('asks the graph within its scopes until its key is revoked; then its sockets close', async () => {
    const person = await stage.seed();
    const { secret, apiKey } = await create(person, 'scopes: ["read"]');
    const { secret: narrow } = await create(person, 'scopes: ["generate"]');

    expect(await (await stage.ask(secret)).json()).toMatchObject({ data: { me: { id: person.id } } });
    expect(await (await stage.ask(narrow)).json()).toMatchObject({ data: { me: null } });
    expect(await (await stage.ask(secret, '{ me { apiKeys { id } } }')).text()).toContain('FORBIDDEN');
    const sockets = await Promise.all([stage.openSocket(secret), stage.openSocket(secret)]);
    const revoke = `mutation { revokeApiKey(id: "${apiKey.id}") { __typename } }`;
    const tookMs = await measure(sockets, () => stage.ask(person.token, revoke));
    console.log(`a revoked key: ${sockets.length} sockets closed ${tookMs.toFixed(0)} ms after it was asked for`);

    expect((await stage.ask(secret)).status).toBe(401);
    expect((await stage.ask('modu_nobody-made-this-key')).status).toBe(401);
    expect((await stage.ask(narrow)).status).toBe(200);
  });

  it('is told to wait when its key has asked as often as it may', async () => {
    const { secret } = await create(await stage.seed(), 'scopes: ["read"], requestsPerMinute: 2');
    const answers = [];
    for (let count = 0; count < 6; count++) answers.push(await stage.ask(secret));

    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(((await refused?.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code).toBe(
      'RATE_LIMITED',
    );
  });
});
