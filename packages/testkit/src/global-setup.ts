import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Stack } from '@modu/embedded';
import { acquireStack } from '@modu/embedded';
import { createLogger } from '@modu/logger';
import { withClient } from '@modu/postgres';
import type { TestProject } from 'vitest/node';
import type { TestStack } from './stack-facts.ts';

/**
 * Starts one stack of real servers for all tests of a project, in a folder of its own that is removed afterwards, and tells every
 * test file where it listens. A server whose address is set in the environment is used instead of the embedded one.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'modu-test-'));
  await chmod(dataDir, 0o755); // PostgreSQL may run as another user, who must be able to pass.
  const removeDataDir = () => rm(dataDir, { recursive: true, force: true });
  const stack = await acquireStack({
    dataDir,
    want: {
      postgres: process.env['POSTGRES_URL'] === undefined,
      mongo: process.env['MONGODB_URL'] === undefined,
      s3: process.env['S3_ENDPOINT'] === undefined,
    },
    corsOrigins: ['http://localhost:4000'],
    logger: createLogger({ level: 'fatal' }),
  }).catch(async (error: unknown) => {
    await removeDataDir();
    throw error;
  });
  if (process.env['POSTGRES_URL'] === undefined) await hurry(stack.postgresUrl('postgres'));
  project.provide('testStack', describeStack(stack));
  return async () => {
    await stack.stop();
    await removeDataDir();
  };
}

/**
 * What the tests write is thrown away with the folder, so the disk is not waited for: every database that is dropped waits for
 * all files of all others. What a server keeps when it is killed is tested with servers that are started for it.
 */
async function hurry(url: string): Promise<void> {
  await withClient(url, async (client) => {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
      await client.query(`ALTER SYSTEM SET ${setting} = off`);
    await client.query('SELECT pg_reload_conf()');
  });
}

function describeStack(stack: Stack): TestStack {
  const { POSTGRES_URL, MONGODB_URL, S3_ENDPOINT } = process.env;
  return {
    postgresUrl: POSTGRES_URL ?? stack.postgresUrl('postgres'),
    mongoUrl: MONGODB_URL ?? stack.mongoUrl('test'),
    s3: S3_ENDPOINT === undefined ? stack.s3 : { endpoint: S3_ENDPOINT, ...s3FromEnvironment() },
  };
}

/** The same names as the settings of `packages/blobs`. */
function s3FromEnvironment() {
  return {
    region: process.env['S3_REGION'] ?? 'us-east-1',
    accessKeyId: required('S3_ACCESS_KEY_ID'),
    secretAccessKey: required('S3_SECRET_ACCESS_KEY'),
    bucket: required('S3_BUCKET'),
  };
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`S3_ENDPOINT is set, so ${name} must be set too.`);
  return value;
}
