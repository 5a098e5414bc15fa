import { createDatabase, dropDatabase, withConnection } from './database-url.ts';

const COMMANDS = {
  'can-connect-to-database': async (databaseUrl: string) => {
    await withConnection(databaseUrl, (client) => client.query('SELECT 1'));
    return 'Connection successful';
  },
  'create-database': async (databaseUrl: string) =>
    `Database '${await createDatabase(databaseUrl)}' was successfully created.`,
  'drop-database': async (databaseUrl: string) => {
    await dropDatabase(databaseUrl);
    return 'The database was successfully dropped.';
  },
};

/** PostgreSQL and socket errors as the codes that Prisma's CLI acts on (P1003: it then offers to create the database). */
const PRISMA_CODES: Readonly<Record<string, string>> = { '3D000': 'P1003', '28P01': 'P1000', '42P04': 'P1009' };

/** Narrows a word from the command line; throws with the list of known ones. */
export function parseDatabaseCommand(word: string): keyof typeof COMMANDS {
  if (Object.hasOwn(COMMANDS, word)) return word as keyof typeof COMMANDS;
  throw new Error(`Unknown command "${word}": one of ${Object.keys(COMMANDS).join(', ')} is meant.`);
}

/** Runs one of the engine's one-shot commands; errors go to stderr in the log format that Prisma parses. Returns the exit code. */
export async function runDatabaseCommand(command: keyof typeof COMMANDS, databaseUrl?: string): Promise<number> {
  try {
    if (databaseUrl === undefined) throw new Error('No datasource URL was given.');
    process.stdout.write(`${await COMMANDS[command](databaseUrl)}\n`);
    return 0;
  } catch (error) {
    const fields = { is_panic: false, message: messageOf(error), error_code: prismaCodeOf(error) };
    const line = { timestamp: new Date().toISOString(), level: 'ERROR', fields, target: 'schema_engine::logger' };
    process.stderr.write(`\n${JSON.stringify(line)}`);
    return 1;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}

function prismaCodeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return PRISMA_CODES[code] ?? (code.startsWith('E') ? 'P1001' : 'P1010');
}
