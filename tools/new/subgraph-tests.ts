// The tests of a new subgraph: one for each layer, on a real database of their own.

export const DOMAIN_TEST = `import { describe, expect, it } from 'vitest';
import { NOTE_CHARACTERS_MAX, parseNoteText } from './note.ts';

describe('the text of a note', () => {
  it('is kept without the space around it', () => {
    expect(parseNoteText('  감나무 ')).toBe('감나무');
  });

  it('is refused when empty or too long', () => {
    expect(parseNoteText('   ')).toMatchObject({ code: 'INVALID_INPUT', reason: 'note.empty' });
    expect(parseNoteText('x'.repeat(NOTE_CHARACTERS_MAX + 1))).toMatchObject({ reason: 'note.tooLong' });
  });
});
`;

const OPEN_DATABASE = (database: string) => `
let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await testDatabase('${database}');
  await migrate({ url: database.url, dir: fileURLToPath(new URL('../../migrations', import.meta.url)) });
  pool = createPool({ url: database.url, applicationName: 'test' });
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});
`;

export const operationTest = (database: string) => `import { fileURLToPath } from 'node:url';
import { createLogger } from '@modu/logger';
import { createPool, migrate } from '@modu/postgres';
import { testDatabase } from '@modu/testkit';
import type { TestDatabase } from '@modu/testkit';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { createNoteStore } from '../store/note-store.ts';
import { listNotes } from './list-notes.ts';
import { writeNote } from './write-note.ts';
${OPEN_DATABASE(database)}
const as = (userId: string): Context => ({
  viewer: { kind: 'user', userId, role: 'MEMBER', locale: 'en' },
  logger: createLogger({ level: 'silent' }),
  signal: new AbortController().signal,
  notes: createNoteStore(pool),
});

describe('notes', () => {
  it('are seen by the person who wrote them and by no stranger', async () => {
    await writeNote('buy persimmons', as('minji'));

    expect((await listNotes(as('minji'))).map((note) => note.text)).toEqual(['buy persimmons']);
    expect(await listNotes(as('a stranger'))).toEqual([]);
  });

  it('are refused when empty, and nothing is kept', async () => {
    expect(await writeNote(' ', as('jun'))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await listNotes(as('jun'))).toEqual([]);
  });

  it('need someone who is signed in', async () => {
    const nobody: Context = { ...as('x'), viewer: { kind: 'anonymous', locale: 'en' } };

    await expect(writeNote('hello', nobody)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
`;

export const storeTest = (database: string) => `import { fileURLToPath } from 'node:url';
import { createId } from '@modu/ids';
import { createPool, migrate } from '@modu/postgres';
import { testDatabase } from '@modu/testkit';
import type { TestDatabase } from '@modu/testkit';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNoteStore } from './note-store.ts';
${OPEN_DATABASE(database)}
describe('the store of notes', () => {
  it('gives back what it was given, newest first', async () => {
    const store = createNoteStore(pool);
    for (const text of ['first', 'second']) await store.insert({ id: createId(), ownerId: 'minji', text });

    const kept = await store.listOf('minji');
    expect(kept.map((note) => note.text)).toEqual(['second', 'first']);
    expect(kept[0]?.createdAt).toBeInstanceOf(Date);
  });
});
`;

export const graphTest = ({
  name,
  database,
}: {
  name: string;
  database: string;
}) => `import { fileURLToPath } from 'node:url';
import { createLogger } from '@modu/logger';
import { signedPost } from '@modu/network';
import { createPool, migrate } from '@modu/postgres';
import { testDatabase } from '@modu/testkit';
import type { TestDatabase } from '@modu/testkit';
import { createIdentityTokens } from '@modu/viewer';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from '../server.ts';
${OPEN_DATABASE(database)}
describe('the graph', () => {
  it('answers in the language of the viewer', async () => {
    const identity = createIdentityTokens('a secret of this test, which is long enough');
    const server = await createServer({ pool, identity, logger: createLogger({ level: 'silent' }) });
    const query = 'mutation { writeNote(text: "") { ... on Refusal { code message } } }';
    const viewer = { kind: 'user', userId: 'minji', role: 'MEMBER', locale: 'ko' } as const;
    const request = signedPost(identity, { subgraph: '${name}', viewer, body: JSON.stringify({ query }) });

    const answered = await (await server.fetch(request)).json();
    expect(answered).toEqual({ data: { writeNote: { code: 'INVALID_INPUT', message: '먼저 내용을 적어 주세요.' } } });
    await server.stop();
  });
});
`;

export const tasksTest = ({
  database,
  constant,
}: {
  database: string;
  constant: string;
}) => `import { fileURLToPath } from 'node:url';
import { createId } from '@modu/ids';
import { createLogger } from '@modu/logger';
import { createPool, migrate } from '@modu/postgres';
import { createTaskQueue, QUICK_TIMINGS, startWorker } from '@modu/tasks';
import { testDatabase } from '@modu/testkit';
import type { TestDatabase } from '@modu/testkit';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ${constant}ForgetNotesTask } from '../contracts.ts';
import { createNoteStore } from '../store/note-store.ts';
import { noteConsumers } from './note-consumers.ts';
${OPEN_DATABASE(database)}
describe('a task of notes', () => {
  it('is taken from the queue and done by the operation', async () => {
    const logger = createLogger({ level: 'silent' });
    const notes = createNoteStore(pool);
    await notes.insert({ id: createId(), ownerId: 'minji', text: 'last year' });
    const queue = await createTaskQueue({ databaseUrl: database.url, logger, timings: QUICK_TIMINGS });
    const consumers = noteConsumers({ notes });
    const worker = await startWorker({ queue, databaseUrl: database.url, consumers, logger });

    await queue.enqueue(${constant}ForgetNotesTask, { writtenBefore: '2999-01-01T00:00:00Z' });

    await expect.poll(() => notes.listOf('minji'), { timeout: 20_000 }).toEqual([]);
    await worker.drain({ timeoutMs: 1_000 });
    await queue.close();
  });
});
`;
