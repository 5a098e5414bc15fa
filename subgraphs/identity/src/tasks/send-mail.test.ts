import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLogger } from '@modu/logger';
import { testDatabase } from '@modu/testkit';
import { mailMetrics } from '../mail/mail-metrics.ts';
import { createPostOffice } from '../mail/post-office.ts';
import { createMailTransport } from '../mail/transport.ts';
import { openIdentityStore } from '../store/database.ts';
import type { IdentityStore } from '../store/database.ts';
import { ATTEMPTS_MAX, startMailRounds } from './send-mail.ts';

const logger = createLogger({ level: 'silent' });
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: IdentityStore;
let server: SMTPServer;
let url: string;
const received: { readonly to: string; readonly source: string }[] = [];
let refusals = 0;

beforeAll(async () => {
  database = await testDatabase('identity-mail');
  store = await openIdentityStore(database.url, logger);
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusals > 0) {
          refusals -= 1;
          done(new Error('try again later'));
          return;
        }
        received.push({ to: envelope.rcptTo[0]?.address ?? '', source: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await store.close();
  await database.drop();
  await new Promise<void>((resolve) => server.close(resolve));
});

beforeEach(() => {
  received.length = 0;
});

const rounds = (to = url) =>
  startMailRounds({
    store: store.mail,
    transport: createMailTransport({ url: to, from: 'Modu Studio <hello@modu.example>' }),
    logger,
    intervalMs: 20,
    retryMs: 10,
  });
const office = () => createPostOffice({ store, logger, onPosted: () => undefined });
const letter = (to: string) =>
  ({ kind: 'reset-password', to, name: 'Ada <script>', locale: 'en', link: 'https://modu.example/x#token' }) as const;

describe('letters over SMTP', () => {
  it('arrive as text and HTML with what a person typed made harmless, and are kept no longer', async () => {
    await office().post(letter('ada@example.com'));
    const running = rounds();
    await vi.waitFor(() => expect(received).toHaveLength(1));
    await vi.waitFor(async () => expect(await store.mail.listLatest(10)).toEqual([]));
    await running.stop();

    expect(received[0]?.to).toBe('ada@example.com');
    expect(received[0]?.source).toMatch(/^From: Modu Studio <hello@modu\.example>/m);
    expect(received[0]?.source).toMatch(/multipart\/alternative/);
    expect(received[0]?.source).toContain('Ada &lt;script&gt;');
  });

  it('are tried again when the server refuses, under the same message id, and sent once by two processes', async () => {
    refusals = 2;
    await office().post(letter('again@example.com'));
    const running = [rounds(), rounds()];
    await vi.waitFor(() => expect(received).toHaveLength(1));
    await vi.waitFor(async () => expect(await store.mail.listLatest(10)).toEqual([]));
    await Promise.all(running.map((one) => one.stop()));

    expect(received).toHaveLength(1);
  });

  it('end after a number of tries when nobody answers, and are seen to wait', async () => {
    const waited = async () => Number((await mailMetrics(store.mail).metrics()).trim().split(' ').at(-1));
    expect(await waited()).toBe(0);
    await office().post(letter('nowhere@example.com'));
    const running = rounds('smtp://127.0.0.1:1');
    await vi.waitFor(async () => expect((await store.mail.listLatest(1))[0]?.attempts).toBe(ATTEMPTS_MAX), 10_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await running.stop();

    expect((await store.mail.listLatest(1))[0]?.attempts).toBe(ATTEMPTS_MAX);
    expect(await waited()).toBeGreaterThan(0);
  });
});
