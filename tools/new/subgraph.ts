import { FORGET_OPERATION, noteConsumers, tasksContract, tasksModule } from './subgraph-tasks.ts';
import { DOMAIN_TEST, graphTest, operationTest, storeTest, tasksTest } from './subgraph-tests.ts';

/** The files of a new subgraph, by path inside its folder: small, whole, with a passing test in each layer. */
export function subgraphFiles(name: string): Record<string, string> {
  const upper = name.toUpperCase().replaceAll('-', '_');
  const database = name.replaceAll('-', '_');
  return {
    'package.json': packageJson(name),
    'README.md': readme({ name, upper }),
    'schema.graphql': SCHEMA,
    'migrations/20260101000000_notes/migration.sql': MIGRATION,
    'src/index.ts': index({ name, upper, constant: camel(name) }),
    'src/server.ts': server(name),
    'src/tasks-module.ts': tasksModule({ name, upper, constant: camel(name) }),
    'src/settings.ts': settings(upper),
    'src/context.ts': CONTEXT,
    'src/contracts.ts': contracts(name),
    'src/messages.ts': MESSAGES,
    'src/domain/note.ts': DOMAIN,
    'src/domain/note.test.ts': DOMAIN_TEST,
    'src/operations/write-note.ts': OPERATION,
    'src/operations/list-notes.ts': LIST_OPERATION,
    'src/operations/forget-notes.ts': FORGET_OPERATION,
    'src/operations/write-note.test.ts': operationTest(database),
    'src/store/note-store.ts': STORE,
    'src/store/note-store.test.ts': storeTest(database),
    'src/tasks/note-consumers.ts': noteConsumers(camel(name)),
    'src/tasks/note-consumers.test.ts': tasksTest({ database, constant: camel(name) }),
    'src/resolvers/index.ts': RESOLVERS,
    'src/resolvers/Query/notes.ts': NOTES_RESOLVER,
    'src/resolvers/Mutation/writeNote.ts': WRITE_RESOLVER,
    'src/resolvers/graph.test.ts': graphTest({ name, database }),
    'testing/index.ts': testing(name),
  };
}

function camel(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function packageJson(name: string): string {
  const own = ['errors', 'ids', 'logger', 'module', 'postgres', 'settings', 'subgraph', 'tasks', 'viewer'];
  const dependencies = Object.fromEntries([...own.map((one) => [`@modu/${one}`, '*']), ['zod', '4.6.7']]);
  const content = {
    name: `@modu/${name}`,
    version: '0.0.0',
    private: true,
    type: 'module',
    exports: { '.': './src/index.ts', './contracts': './src/contracts.ts', './testing': './testing/index.ts' },
    dependencies,
    devDependencies: { '@modu/network': '*', '@modu/testkit': '*', pg: '8.23.1' },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

const readme = ({ name, upper }: { name: string; upper: string }) => `# ${name}

What it owns: notes, each of one person.

- Entities: defines \`Note\`.
- Invariants: a note is never empty; only its owner sees it.
- Tasks: \`${name}.forget-notes\` clears away notes that were written before a moment; \`${name}-tasks\` runs it.
- Settings: \`${upper}_DATABASE_URL\` (notes, and the queue of its tasks).

To make it part of the house: add it to \`SUBGRAPHS\` in tools/compose/compose.ts, and both modules to the registry in apps/host/src/targets.ts, then
run \`npm install\` and \`npm run compose\`.
`;

const SCHEMA = `"Something a person wrote down."
type Note @key(fields: "id") {
  "Opaque; never changes."
  id: ID!
  "1 to 500 characters."
  text: String!
  "When it was written."
  createdAt: DateTime!
}

type Query {
  "The viewer's notes, newest first."
  notes: [Note!]!
}

type Mutation {
  "Writes a note of 1 to 500 characters."
  writeNote(text: String!): WriteNoteResult!
}

"The note; INVALID_INPUT for one that is empty or too long."
union WriteNoteResult = Note | Refusal
`;

const MIGRATION = `CREATE TABLE note (
  id uuid PRIMARY KEY,
  owner_id text NOT NULL,
  text text NOT NULL CHECK (text <> ''),
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX note_owner ON note (owner_id, created_at DESC, id DESC);
`;

const index = ({
  name,
  upper,
  constant,
}: {
  name: string;
  upper: string;
  constant: string;
}) => `import { fileURLToPath } from 'node:url';
import { defineModule } from '@modu/module';
import { createPool, migrate } from '@modu/postgres';
import { createServer } from './server.ts';
import { settings } from './settings.ts';

export { ${constant}Tasks } from './tasks-module.ts';

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

export const ${constant} = defineModule({
  name: '${name}',
  settings,
  needs: [],
  start: async ({ ${upper}_DATABASE_URL: url }, { identity, logger }) => {
    await migrate({ url, dir: MIGRATIONS });
    const pool = createPool({ url, applicationName: '${name}', logger });
    const server = await createServer({ pool, identity, logger });
    return {
      service: server,
      ready: async () => {
        await pool.query('SELECT 1');
        return { ready: true };
      },
      stop: async () => {
        await server.stop();
        await pool.end();
      },
    };
  },
});
`;

const server = (name: string) => `import type { Logger } from '@modu/logger';
import { createSubgraphServer } from '@modu/subgraph';
import type { SubgraphServer } from '@modu/subgraph';
import type { IdentityTokens } from '@modu/viewer';
import type { Context } from './context.ts';
import { resolvers } from './resolvers/index.ts';
import { createNoteStore } from './store/note-store.ts';
import type { Database } from './store/note-store.ts';

interface Options {
  readonly pool: Database;
  readonly identity: IdentityTokens;
  readonly logger: Logger;
}

export function createServer({ pool, identity, logger }: Options): Promise<SubgraphServer> {
  const notes = createNoteStore(pool);
  return createSubgraphServer<Context>({
    name: '${name}',
    schemaFile: new URL('../schema.graphql', import.meta.url),
    resolvers,
    identity,
    logger,
    createContext: (base) => ({ ...base, notes }),
  });
}
`;

const settings = (upper: string) => `import { postgresUrl } from '@modu/settings';
import { z } from 'zod';

export const settings = z.object({ ${upper}_DATABASE_URL: postgresUrl });
`;

const CONTEXT = `import type { BaseContext } from '@modu/subgraph';
import type { NoteStore } from './store/note-store.ts';

/** What every request of this domain has. */
export interface Context extends BaseContext {
  readonly notes: NoteStore;
}
`;

const contracts = (name: string) => `import { defineTask } from '@modu/tasks';
import { z } from 'zod';

/** Told to whom it may concern after a note was written. */
export const NOTE_WRITTEN = { name: '${name}.note-written', schema: z.object({ noteId: z.uuid(), ownerId: z.string() }) };

${tasksContract({ name, constant: camel(name) })}`;

const MESSAGES = `import type { MessageCatalog } from '@modu/errors';

export const messages: MessageCatalog = {
  'note.empty': { en: 'Write something first.', ko: '먼저 내용을 적어 주세요.' },
  'note.tooLong': { en: 'Shorten the note to {max} characters.', ko: '메모를 {max}자 이하로 줄여 주세요.' },
};
`;

const DOMAIN = `import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';

export interface Note {
  readonly id: string;
  readonly ownerId: string;
  readonly text: string;
  readonly createdAt: Date;
}

export const NOTE_CHARACTERS_MAX = 500;

/** The text of a note as it is kept, or why it is refused. */
export function parseNoteText(text: string): string | Refusal {
  const trimmed = text.trim();
  if (!trimmed) return refuse('INVALID_INPUT', 'note.empty', { path: ['text'] });
  if (trimmed.length <= NOTE_CHARACTERS_MAX) return trimmed;
  return refuse('INVALID_INPUT', 'note.tooLong', { path: ['text'], params: { max: NOTE_CHARACTERS_MAX } });
}
`;

const OPERATION = `import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { createId } from '@modu/ids';
import { requireUser } from '@modu/viewer';
import type { Context } from '../context.ts';
import { parseNoteText } from '../domain/note.ts';
import type { Note } from '../domain/note.ts';

/** Writes a note of the viewer. */
export async function writeNote(text: string, { viewer, notes }: Context): Promise<Note | Refusal> {
  const ownerId = requireUser(viewer);
  const parsed = parseNoteText(text);
  if (isRefusal(parsed)) return parsed;
  return notes.insert({ id: createId(), ownerId, text: parsed });
}
`;

const LIST_OPERATION = `import { requireUser } from '@modu/viewer';
import type { Context } from '../context.ts';
import type { Note } from '../domain/note.ts';

/** The viewer's newest notes. */
export async function listNotes({ viewer, notes }: Context): Promise<Note[]> {
  return notes.listOf(requireUser(viewer));
}
`;

const STORE = `import type { Note } from '../domain/note.ts';

/** The part of a pg pool that the store uses. */
export interface Database {
  query(text: string, values: readonly unknown[]): Promise<{ readonly rows: readonly NoteRow[] }>;
}

interface NoteRow {
  readonly id: string;
  readonly owner_id: string;
  readonly text: string;
  readonly created_at: Date;
}

export interface NoteStore {
  insert(note: Omit<Note, 'createdAt'>): Promise<Note>;
  /** The newest hundred notes of a person. */
  listOf(ownerId: string): Promise<Note[]>;
  removeWrittenBefore(moment: Date): Promise<void>;
}

export function createNoteStore(database: Database): NoteStore {
  return {
    insert: async ({ id, ownerId, text }) => {
      const sql = 'INSERT INTO note (id, owner_id, text) VALUES ($1, $2, $3) RETURNING *';
      const { rows } = await database.query(sql, [id, ownerId, text]);
      const [row] = rows;
      if (!row) throw new Error('The insert returned no row.');
      return toNote(row);
    },
    listOf: async (ownerId) => {
      const sql = 'SELECT * FROM note WHERE owner_id = $1 ORDER BY created_at DESC, id DESC LIMIT 100';
      return (await database.query(sql, [ownerId])).rows.map(toNote);
    },
    removeWrittenBefore: async (moment) => {
      await database.query('DELETE FROM note WHERE created_at < $1', [moment]);
    },
  };
}

function toNote({ id, owner_id, text, created_at }: NoteRow): Note {
  return { id, ownerId: owner_id, text, createdAt: created_at };
}
`;

const RESOLVERS = `import { writeNote } from './Mutation/writeNote.ts';
import { notes } from './Query/notes.ts';

export const resolvers = { Query: { notes }, Mutation: { writeNote } };
`;

const NOTES_RESOLVER = `import type { Context } from '../../context.ts';
import { listNotes } from '../../operations/list-notes.ts';

export const notes = (_: unknown, _arguments: unknown, context: Context) => listNotes(context);
`;

const WRITE_RESOLVER = `import { answer } from '@modu/subgraph';
import type { Context } from '../../context.ts';
import { messages } from '../../messages.ts';
import { writeNote as write } from '../../operations/write-note.ts';

export const writeNote = async (_: unknown, { text }: { text: string }, context: Context) =>
  answer(await write(text, context), { typename: 'Note', viewer: context.viewer, catalog: messages });
`;

const testing = (name: string) => `import type { Note } from '../src/domain/note.ts';

/** A note of ${name} as tests and stories want it. */
export function buildNote(given: Partial<Note> = {}): Note {
  return { id: '00000000-0000-7000-8000-000000000001', ownerId: 'minji', text: '감나무', createdAt: new Date(0), ...given };
}
`;
