import { acquireStack } from '@modu/embedded';
import type { Stack } from '@modu/embedded';
import type { Logger } from '@modu/logger';
import type { ModuleDefinition } from '@modu/module';
import type { Environment } from '@modu/settings';

/** Environment complete enough to parse, and the embedded servers that complete it, if any were needed. */
export interface CompleteEnvironment {
  readonly environment: Environment;
  readonly stack: Stack | undefined;
}

interface Options {
  readonly environment: Environment;
  readonly modules: readonly ModuleDefinition[];
  readonly dataDir: string;
  readonly corsOrigins: readonly string[];
  readonly logger: Logger;
}

const databaseOf = (name: string, suffix: string) => name.slice(0, -suffix.length).toLowerCase();

/** One PostgreSQL or MongoDB server can hold all databases: `POSTGRES_URL` and `MONGODB_URL` name it once for all. */
function onServer(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/**
 * Fills in what is not set. A server that is given by URL is used as it is; for what is missing the embedded one is started
 * (or attached to), so that a newcomer needs no settings at all.
 */
export async function completeEnvironment(options: Options): Promise<CompleteEnvironment> {
  const { environment: given, modules } = options;
  const environment: Record<string, string | undefined> = { ...given };
  const names = new Set(modules.flatMap((module) => Object.keys(module.settings.shape)));
  names.add('JOBS_DATABASE_URL');
  const unset = [...names].filter((name) => !environment[name]);
  const postgresNames = unset.filter((name) => name.endsWith('_DATABASE_URL'));
  const mongoNames = unset.filter((name) => name.endsWith('_MONGODB_URL'));
  const { POSTGRES_URL, MONGODB_URL } = given;
  // All processes of one data directory share one stack, so each asks for all of it, not only for what its own modules use.
  const want = { postgres: !POSTGRES_URL, mongo: !MONGODB_URL, s3: !given['S3_BUCKET'] };
  const needsStack =
    (want.postgres && postgresNames.length > 0) ||
    (want.mongo && mongoNames.length > 0) ||
    (want.s3 && names.has('S3_BUCKET')) ||
    !given['INTERNAL_SECRET'] ||
    (!given['AUTH_SECRET'] && names.has('AUTH_SECRET'));
  const stack = needsStack && given['EMBEDDED'] !== 'false' ? await startStack(options, want) : undefined;

  for (const name of postgresNames) {
    const database = databaseOf(name, '_DATABASE_URL');
    environment[name] = POSTGRES_URL ? onServer(POSTGRES_URL, database) : stack?.postgresUrl(database);
  }
  for (const name of mongoNames) {
    const database = databaseOf(name, '_MONGODB_URL');
    environment[name] = MONGODB_URL ? onServer(MONGODB_URL, database) : stack?.mongoUrl(database);
  }
  if (stack) Object.assign(environment, fromStack(stack, { given, want }));
  return { environment, stack };
}

function startStack({ dataDir, corsOrigins, logger }: Options, want: Parameters<typeof acquireStack>[0]['want']) {
  return acquireStack({ dataDir, want, corsOrigins: [...corsOrigins], logger });
}

function fromStack(
  stack: Stack,
  { given, want }: { given: Environment; want: { s3: boolean } },
): Record<string, string | undefined> {
  const { endpoint, region, accessKeyId, secretAccessKey, bucket } = stack.s3;
  return {
    INTERNAL_SECRET: given['INTERNAL_SECRET'] || stack.secrets.internalSecret,
    AUTH_SECRET: given['AUTH_SECRET'] || stack.secrets.authSecret,
    ...(want.s3 && {
      S3_ENDPOINT: endpoint,
      S3_REGION: region,
      S3_ACCESS_KEY_ID: accessKeyId,
      S3_SECRET_ACCESS_KEY: secretAccessKey,
      S3_BUCKET: bucket,
      S3_FORCE_PATH_STYLE: 'true',
    }),
  };
}
