import { createMemoryBus } from '@modu/bus';
import { createLogger } from '@modu/logger';
import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startIdentityStage } from '../testing/identity-stage.ts';
import type { IdentityStage } from '../testing/identity-stage.ts';
import { letterTo } from '../testing/read-mail.ts';
import type { SeededUser } from '../testing/seed-user.ts';
import { accessRevoked, accountDeleted, accountDeletionFeed } from './contracts.ts';
import { openIdentityStore } from './store/database.ts';
import { startClosingAccounts, writeFarewell } from './tasks/close-accounts.ts';

let stage: IdentityStage;

beforeAll(async () => {
  stage = await startIdentityStage();
});

afterAll(() => stage.stop());

const logger = createLogger({ level: 'silent' });
const service: Viewer = { kind: 'service', service: 'assets', locale: 'en' };
const as = ({ id }: SeededUser): Viewer => ({ kind: 'user', userId: id, role: 'MEMBER', sessionId: 's', locale: 'en' });
const DELETE = `mutation($email: String!) { deleteAccount(confirmEmail: $email) {
  ... on PlannedDeletion { deletesAt } ... on Refusal { code path }
} }`;
const KEEP = 'mutation { keepAccount { ... on User { id deletesAt } ... on Refusal { code } } }';
const leave = async (person: SeededUser, email = person.email) =>
  (await stage.ask(as(person), DELETE, { email })).data?.['deleteAccount'];
const comeTo = ({ id }: SeededUser) => stage.rows(`UPDATE "user" SET deletes_at = now() WHERE id = '${id}'`);

const noneIsDue = async () => expect(await stage.rows('SELECT 1 FROM "user" WHERE deletes_at <= now()')).toEqual([]);

/** Runs the rounds that close accounts until it is so; returns what was told on the bus: numbers of deletions, ids of sessions. */
async function closeUntil(isSo: (told: Told) => Promise<void> | void): Promise<Told> {
  const store = await openIdentityStore(stage.databaseUrl, logger);
  const bus = createMemoryBus({ logger });
  const told: Told = { deletions: [], sessions: [] };
  await bus.subscribe(accountDeleted, ({ sequence }) => void told.deletions.push(sequence));
  await bus.subscribe(accessRevoked, ({ sessionId }) => void told.sessions.push(sessionId));
  const rounds = [1, 2].map(() => startClosingAccounts({ accounts: store.accounts, bus, logger, intervalMs: 10 }));
  await vi.waitFor(() => isSo(told));
  await Promise.all(rounds.map((round) => round.stop()));
  await store.close();
  return told;
}

interface Told {
  readonly deletions: number[];
  readonly sessions: (string | null)[];
}

const closeDue = async () => (await closeUntil(noneIsDue)).deletions;

const READ_FROM = 'query ($after: Int!) { accountDeletions(after: $after) { sequence userId deletedAt } }';
const deletionsAfter = async (after: number) =>
  accountDeletionFeed.items((await stage.ask(service, READ_FROM, { after })).data);

describe('leaving', () => {
  it('takes the typed address, signs out everywhere, and leaves two weeks to think', async () => {
    const ada = await stage.seed();

    expect(await leave(ada, 'someone@else.example')).toEqual({ code: 'INVALID_INPUT', path: ['confirmEmail'] });
    const planned = (await leave(ada, ada.email.toUpperCase())) as { deletesAt: string };
    const days = (Date.parse(planned.deletesAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(13.9);
    expect(days).toBeLessThan(14.1);
    expect((await stage.get('/auth/token', { cookie: ada.cookie })).status).toBe(401);
    const letter = await letterTo(stage, { to: ada.email, kind: 'account-closing' });
    expect(letter.text).toContain('A paid plan goes on being charged until that day.');
  });

  it('is asked for by somebody who is told how many days there are, as the studio is set', async () => {
    const other = await startIdentityStage({ ACCOUNT_GRACE_DAYS: '30' });
    const ada = await other.seed();
    expect((await other.ask(as(ada), '{ me { graceDays } }')).data).toEqual({ me: { graceDays: 30 } });
    await other.stop();
  });

  it('is taken back by signing in and keeping the account', async () => {
    const ada = await stage.seed();
    await leave(ada);
    const back = await stage.post('/auth/sign-in/email', { email: ada.email, password: ada.password });

    expect(back.status).toBe(200);
    expect((await stage.ask(as(ada), KEEP)).data).toEqual({ keepAccount: { id: ada.id, deletesAt: null } });
    expect((await stage.ask(as(ada), KEEP)).data).toEqual({ keepAccount: { code: 'CONFLICT' } });
    await closeDue();
    expect((await stage.ask(as(ada), '{ me { id } }')).data).toEqual({ me: { id: ada.id } });
  });

  it('ends the account when its time is up, once, and leaves nothing of the person', async () => {
    const [ada, bob] = [await stage.seed(), await stage.seed()];
    await leave(ada);
    await comeTo(ada);
    const told = await closeDue();

    expect((await stage.ask(as(ada), '{ me { id } }')).data).toEqual({ me: null });
    expect((await stage.ask(as(bob), '{ me { id } }')).data).toEqual({ me: { id: bob.id } });
    for (const table of ['session', 'account', 'api_key', 'two_factor']) {
      expect(await stage.rows(`SELECT 1 FROM ${table} WHERE user_id = '${ada.id}'`)).toEqual([]);
    }
    expect(told).toHaveLength(1);
    await letterTo(stage, { to: ada.email, kind: 'account-closed' });
  });

  it('ends what was opened while there was time to think', async () => {
    const ada = await stage.seed();
    await leave(ada);
    await stage.post('/auth/sign-in/email', { email: ada.email, password: ada.password });
    const [session] = await stage.rows(`SELECT id FROM session WHERE user_id = '${ada.id}'`);
    await comeTo(ada);
    await closeDue();

    const told = await stage.rows(`SELECT session_id FROM access_revocation WHERE user_id = '${ada.id}'`);
    expect(told).toContainEqual({ session_id: session?.['id'] });
  });

  it('is told and written though the process that closed it ended right after', async () => {
    const ada = await stage.seed();
    await leave(ada);
    await stage.post('/auth/sign-in/email', { email: ada.email, password: ada.password });
    const [session] = await stage.rows(`SELECT id FROM session WHERE user_id = '${ada.id}'`);
    await comeTo(ada);
    const store = await openIdentityStore(stage.databaseUrl, logger);
    await store.accounts.deleteDue({ now: new Date(), limit: 20, write: writeFarewell });
    await store.close();

    await letterTo(stage, { to: ada.email, kind: 'account-closed' });
    await closeUntil(({ sessions }) => expect(sessions).toContain(session?.['id']));
  });

  it('is read by the other domains in order, from where they stopped, though the bus told nobody', async () => {
    const before = (await deletionsAfter(0)).at(-1)?.sequence ?? 0;
    const people = [await stage.seed(), await stage.seed(), await stage.seed()];
    for (const person of people) {
      await leave(person);
      await comeTo(person);
    }
    await closeDue();

    const read = await deletionsAfter(before);
    expect(read.map(({ userId }) => userId).toSorted()).toEqual(people.map(({ id }) => id).toSorted());
    expect(await deletionsAfter(read[0]?.sequence ?? 0)).toEqual(read.slice(1));
    const stranger = await stage.ask(as(await stage.seed()), accountDeletionFeed.readQuery);
    expect(stranger.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is followed by each service for itself, from where it confirmed', async () => {
    const read = async (name: string) =>
      accountDeletionFeed.items(
        (await stage.ask({ kind: 'service', service: name, locale: 'en' }, accountDeletionFeed.readQuery)).data,
      );
    const confirm = async (name: string, through: number) =>
      (
        await stage.ask({ kind: 'service', service: name, locale: 'en' }, accountDeletionFeed.confirmMutation, {
          through,
        })
      ).data;
    const ada = await stage.seed();
    await leave(ada);
    await comeTo(ada);
    await closeDue();
    const all = await read('one');
    const last = all.at(-1)?.sequence ?? 0;

    expect(all.at(-1)?.userId).toBe(ada.id);
    expect(await confirm('one', last)).toEqual({ confirmAccountDeletions: last });
    expect(await read('one')).toEqual([]);
    expect(await read('two')).toEqual(all);
    expect(await confirm('one', last - 1)).toEqual({ confirmAccountDeletions: last });
    const stranger = await stage.ask(as(await stage.seed()), accountDeletionFeed.confirmMutation, { through: 1 });
    expect(stranger.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
