import { z } from 'zod';

/** What Prisma's CLI asks of its engine when it starts it. */
export interface EngineArguments {
  readonly schemaFiles: readonly string[];
  /** `undefined` for commands that need no database, such as `validate`. */
  readonly databaseUrl: string | undefined;
  /** `can-connect-to-database`, `create-database` or `drop-database`: run it and leave; else serve JSON-RPC. */
  readonly command: string | undefined;
  readonly wantsVersion: boolean;
}

const datasource = z.object({ url: z.string().optional() });
const WITH_VALUE = new Set(['--datamodels', '--datasource', '--enabled-preview-features', '--extension-types', 'cli']);

/** Reads the arguments of the native engine of Prisma 7.10; ones it does not know are passed over, as is a missing value. */
export function parseEngineArguments(argv: readonly string[]): EngineArguments {
  const values = new Map<string, string[]>();
  for (let index = 0; index < argv.length; index += 1) {
    const name = argv[index] ?? '';
    if (!WITH_VALUE.has(name)) continue;
    index += 1;
    values.set(name, [...(values.get(name) ?? []), argv[index] ?? '']);
  }
  const source = values.get('--datasource')?.at(-1);
  return {
    schemaFiles: values.get('--datamodels') ?? [],
    databaseUrl: source === undefined ? undefined : datasource.parse(JSON.parse(source)).url,
    command: values.get('cli')?.at(-1),
    wantsVersion: argv.includes('--version'),
  };
}
