import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger } from '@modu/logger';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startIdentityStage } from '../../testing/identity-stage.ts';
import type { IdentityStage } from '../../testing/identity-stage.ts';
import { letterTo } from '../../testing/read-mail.ts';
import { createBreachedPasswords } from './breached-passwords.ts';

const LEAKED = 'correct horse battery staple';
const PADDED = 'a password of the padding';
const logger = createLogger({ level: 'silent' });
const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();

/** A list as the published contract has it: five characters in, endings with counts out, padding with a count of 0. */
let list: Server;
let url: string;
let mood: 'well' | 'slow' | 'broken' | 'endless' = 'well';
const asked: { path: string | undefined; padding: unknown }[] = [];
let stage: IdentityStage;

beforeAll(async () => {
  const known = new Map([
    [sha1(LEAKED), 4_711],
    [sha1(PADDED), 0],
  ]);
  list = createServer((request, response) => {
    asked.push({ path: request.url, padding: request.headers['add-padding'] });
    if (mood === 'slow') return;
    if (mood === 'broken') return void response.writeHead(503).end();
    if (mood === 'endless') return void response.end('0'.repeat(2_000_000));
    const prefix = request.url?.slice('/range/'.length) ?? '';
    const hits = [...known]
      .filter(([hash]) => hash.startsWith(prefix))
      .map(([hash, count]) => `${hash.slice(5)}:${count}`);
    response.setHeader('content-type', 'text/plain').end(['0'.repeat(35) + ':0', ...hits].join('\r\n'));
  });
  await new Promise<void>((resolve) => list.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(list.address() as AddressInfo).port}/range/`;
  stage = await startIdentityStage({ BREACHED_PASSWORDS_URL: url });
});

beforeEach(() => {
  mood = 'well';
  asked.length = 0;
});

afterAll(async () => {
  await stage.stop();
  list.closeAllConnections();
  list.close();
});

const codeOf = async (response: Response) => ((await response.json()) as { code?: string }).code;

describe('a password that has leaked', () => {
  it('is found by five characters of its hash; nothing else of it leaves the house', async () => {
    const isBreached = createBreachedPasswords({ url, logger });

    expect(await isBreached(LEAKED)).toBe(true);
    expect(await isBreached('nobody ever had this one')).toBe(false);
    expect(await isBreached(PADDED)).toBe(false);
    expect(asked[0]).toEqual({ path: `/range/${sha1(LEAKED).slice(0, 5)}`, padding: 'true' });
  });

  it('is refused when an account is made, when it is changed and when it is reset', async () => {
    const signUp = { email: 'leaked@example.com', password: LEAKED, name: 'Leaked' };
    const refused = await stage.post('/auth/sign-up/email', signUp);
    expect([refused.status, await codeOf(refused)]).toEqual([400, 'PASSWORD_BREACHED']);
    expect(await stage.rows('SELECT 1 FROM "user" WHERE email = \'leaked@example.com\'')).toEqual([]);

    const ada = await stage.seed();
    const change = { currentPassword: ada.password, newPassword: LEAKED };
    expect(await codeOf(await stage.post('/auth/change-password', change, { cookie: ada.cookie }))).toBe(
      'PASSWORD_BREACHED',
    );
    await stage.post('/auth/request-password-reset', { email: ada.email });
    const { token } = await letterTo(stage, { to: ada.email, kind: 'reset-password' });
    expect(await codeOf(await stage.post('/auth/reset-password', { token, newPassword: LEAKED }))).toBe(
      'PASSWORD_BREACHED',
    );
    expect((await stage.post('/auth/reset-password', { token, newPassword: 'a fresh one of my own' })).status).toBe(
      200,
    );
  });
});

describe('a list that does not answer', () => {
  it.each(['slow', 'broken', 'endless'] as const)('in time or well (%s) locks nobody out', async (state) => {
    mood = state;
    const startedAt = performance.now();
    expect(await createBreachedPasswords({ url, logger }, 200)(LEAKED)).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  it('is not asked at all unless it is set', async () => {
    const plain = await startIdentityStage();
    const signUp = { email: 'plain@example.com', password: LEAKED, name: 'Plain' };
    expect((await plain.post('/auth/sign-up/email', signUp)).status).toBe(200);
    expect(asked).toEqual([]);
    await plain.stop();
  });
});
