import { acquireStack } from '@modu/embedded';
import type { Stack, StackOptions, StackSecrets } from '@modu/embedded';
import type { Logger } from '@modu/logger';
import type { ModuleDefinition } from '@modu/module';
import { withDatabase } from '@modu/postgres';
import { flag, mongodbUrl, parseSettings, postgresServerUrl } from '@modu/settings';
import type { Environment, SettingsSlice } from '@modu/settings';
import { z } from 'zod';

/** Environment complete enough to parse, and the embedded servers that complete it, if any were needed. */
export interface CompleteEnvironment {
  readonly environment: Environment;
  readonly stack: Stack | undefined;
  /** The settings that the embedded servers gave. */
  readonly embedded: ReadonlySet<string>;
}

interface Options {
  readonly environment: Environment;
  readonly modules: readonly ModuleDefinition[];
  /** What is read besides the modules' own settings. */
  readonly slices?: Readonly<Record<string, SettingsSlice>>;
  /** Names that a slice leaves open and that are needed all the same. */
  readonly needs?: readonly string[];
  readonly dataDir: string;
  readonly corsOrigins: readonly string[];
  readonly logger: Logger;
  readonly acquire?: (options: StackOptions) => Promise<Stack>;
}

/** One PostgreSQL or MongoDB server can hold all databases: these name it once for all. */
const serverSettings = z.object({
  POSTGRES_URL: postgresServerUrl.optional(),
  MONGODB_URL: mongodbUrl.optional(),
  /** Off: what is missing is an error, and no server is started for it. */
  EMBEDDED: flag.default(true),
});

type Values = Record<string, string>;
type Want = StackOptions['want'];
type Source = Pick<Stack, 'postgresUrl' | 'mongoUrl' | 's3'> & {
  readonly secrets: Pick<StackSecrets, 'internalSecret' | 'authSecret'>;
};

const POSTGRES = '_DATABASE_URL';
const MONGO = '_MONGODB_URL';
/** Any of them says that there is a bucket: the others are then missed rather than filled in with those of another one. */
const BUCKET = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'];

/** Settings that are right, of which those of the embedded servers are still to come. */
export interface CheckedEnvironment {
  /** What each slice says, as far as the embedded servers have no part in it. */
  readonly settings: ReturnType<typeof parseSettings>;
  /** Starts the embedded servers, or attaches to them, if any are needed. */
  complete(): Promise<CompleteEnvironment>;
}

/**
 * Fills in what is not set. A server that is given by URL is used as it is; for what is missing the embedded one is started
 * (or attached to), so that a newcomer needs no settings at all. Nothing is started for settings that are not right.
 * @throws SettingsError with everything that is wrong.
 */
export async function completeEnvironment(options: Options): Promise<CompleteEnvironment> {
  return checkEnvironment(options).complete();
}

/** The first half of `completeEnvironment`: looks at all settings, and starts nothing. */
export function checkEnvironment(options: Options): CheckedEnvironment {
  const { environment: given, modules, slices = {}, needs = [] } = options;
  const asked = { ...slices, ...Object.fromEntries(modules.map(({ name, settings }) => [name, settings])) };
  const names = readNames(asked, needs);
  const want = wantedServers(given, names.required);
  const unset = [...names.all].filter((name) => !given[name]);
  const isMissed = (name: string) => names.required.has(name) && isGivenByStack(name, want);
  const usesStack = unset.some(isMissed) && !['false', '0'].includes(given['EMBEDDED'] ?? '');
  const completedBy = (source: Source | undefined) => {
    const embedded = source ? fromStack(source, { unset, want }) : {};
    return { embedded, environment: { ...given, ...fromServers(given, unset), ...embedded } };
  };

  const standIn = completedBy(usesStack ? STAND_IN : undefined);
  return {
    settings: parseSettings({ servers: serverSettings, ...asked }, standIn.environment),
    complete: async () => {
      const stack = usesStack ? await startStack(options, want) : undefined;
      const { environment, embedded } = completedBy(stack);
      return { environment, stack, embedded: new Set(Object.keys(embedded)) };
    },
  };
}

function startStack({ acquire = acquireStack, dataDir, corsOrigins, logger }: Options, want: Want): Promise<Stack> {
  return acquire({ dataDir, want, corsOrigins: [...corsOrigins], logger });
}

/** Servers are started for what a module cannot be without; what it can be without is filled in where they run anyway. */
function readNames(slices: Readonly<Record<string, SettingsSlice>>, needs: readonly string[]) {
  const shapes = Object.values(slices).flatMap(({ shape }) => Object.entries(shape));
  const required = shapes.filter(([, schema]) => !z.safeParse(schema, undefined).success).map(([name]) => name);
  return { all: new Set([...shapes.map(([name]) => name), ...needs]), required: new Set([...required, ...needs]) };
}

/**
 * Which servers to ask for. All processes of one data directory share one stack, so each asks also for those that only the others use;
 * not for one where all that it would hold has an address of its own.
 */
function wantedServers(given: Environment, required: ReadonlySet<string>): Want {
  const isOpen = (suffix: string) => {
    const own = [...required].filter((name) => name.endsWith(suffix));
    return own.length === 0 || own.some((name) => !given[name]);
  };
  return {
    postgres: !given['POSTGRES_URL'] && isOpen(POSTGRES),
    mongo: !given['MONGODB_URL'] && isOpen(MONGO),
    s3: !BUCKET.some((name) => given[name]),
  };
}

function isGivenByStack(name: string, want: Want): boolean {
  if (name.endsWith(POSTGRES)) return want.postgres;
  if (name.endsWith(MONGO)) return want.mongo;
  return name === 'S3_BUCKET' ? want.s3 : name in secretsOf(STAND_IN);
}

const databaseOf = (name: string, suffix: string) => name.slice(0, -suffix.length).toLowerCase();

function fromServers({ POSTGRES_URL, MONGODB_URL, ...given }: Environment, unset: readonly string[]): Values {
  const values: Values = {};
  for (const name of unset) {
    if (POSTGRES_URL && name.endsWith(POSTGRES)) values[name] = onServer(POSTGRES_URL, databaseOf(name, POSTGRES));
    if (!MONGODB_URL || !name.endsWith(MONGO)) continue;
    // As it is: it may list a replica set, and its path says where the login is looked for.
    values[name] = MONGODB_URL;
    const databaseName = name.replace(/URL$/, 'DATABASE');
    values[databaseName] = given[databaseName] || databaseOf(name, MONGO);
  }
  return values;
}

/** An address that is none is refused under its own name, not once more for every database. */
function onServer(server: string, database: string): string {
  return URL.canParse(server) ? withDatabase(server, database) : STAND_IN.postgresUrl(database);
}

function fromStack(source: Source, { unset, want }: { unset: readonly string[]; want: Want }): Values {
  const secrets = Object.entries(secretsOf(source)).filter(([name]) => unset.includes(name));
  const values: Values = { ...Object.fromEntries(secrets), ...(want.s3 && bucketOf(source)) };
  for (const name of unset) {
    if (want.postgres && name.endsWith(POSTGRES)) values[name] = source.postgresUrl(databaseOf(name, POSTGRES));
    if (want.mongo && name.endsWith(MONGO)) values[name] = source.mongoUrl(databaseOf(name, MONGO));
  }
  return values;
}

function secretsOf({ secrets }: Source): Values {
  return { INTERNAL_SECRET: secrets.internalSecret, AUTH_SECRET: secrets.authSecret };
}

function bucketOf({ s3 }: Source): Values {
  return {
    S3_ENDPOINT: s3.endpoint,
    S3_REGION: s3.region,
    S3_ACCESS_KEY_ID: s3.accessKeyId,
    S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
    S3_BUCKET: s3.bucket,
    S3_FORCE_PATH_STYLE: 'true',
  };
}

const STAND_IN_SECRET = 'stands in for a secret until there is one';

/** What the embedded servers will say, for looking at all other settings before they are started. */
const STAND_IN: Source = {
  postgresUrl: (database) => `postgresql://127.0.0.1/${database}`,
  mongoUrl: (database) => `mongodb://127.0.0.1/${database}`,
  s3: { endpoint: 'http://127.0.0.1', region: 'none', accessKeyId: 'x', secretAccessKey: 'x', bucket: 'none' },
  secrets: { internalSecret: STAND_IN_SECRET, authSecret: STAND_IN_SECRET },
};
