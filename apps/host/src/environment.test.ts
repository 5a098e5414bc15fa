import { assets } from '@modu/assets';
import { billing } from '@modu/billing';
import type { StackOptions } from '@modu/embedded';
import { gateway } from '@modu/gateway';
import { createLogger } from '@modu/logger';
import { SettingsError } from '@modu/settings';
import { describe, expect, it } from 'vitest';
import { completeEnvironment } from './environment.ts';

const BUCKET = { S3_BUCKET: 'pictures', S3_ACCESS_KEY_ID: 'key', S3_SECRET_ACCESS_KEY: 'secret of the key' };
const SECRETS = { INTERNAL_SECRET: 'i'.repeat(32), AUTH_SECRET: 'a'.repeat(32) };

/** Completes it with a stack that starts nothing and only writes down what it was asked for. */
async function complete(environment: Record<string, string>, modules = [billing, assets, gateway]) {
  const asked: StackOptions['want'][] = [];
  const { environment: whole, embedded } = await completeEnvironment({
    environment,
    modules,
    dataDir: 'unused',
    corsOrigins: [],
    logger: createLogger({ level: 'silent' }),
    acquire: async ({ want }) => {
      asked.push(want);
      return {
        postgresUrl: (database) => `postgresql://embedded/${database}`,
        mongoUrl: (database) => `mongodb://embedded/${database}`,
        s3: { endpoint: 'http://embedded', region: 'r', accessKeyId: 'k', secretAccessKey: 's', bucket: 'modu' },
        secrets: {
          internalSecret: 'x'.repeat(43),
          authSecret: 'x'.repeat(43),
          postgresPassword: '',
          s3AccessKeyId: '',
          s3SecretAccessKey: '',
        },
        role: 'holder',
        onHolderLost: () => undefined,
        onFailed: () => undefined,
        stop: async () => undefined,
      };
    },
  });
  return { whole, embedded, asked: asked[0] };
}

async function problemsOf(environment: Record<string, string>): Promise<readonly string[]> {
  const error: unknown = await complete(environment).catch((reason: unknown) => reason);
  if (!(error instanceof SettingsError)) throw error;
  return error.problems.map(({ name }) => name);
}

describe('a server that is given by URL', () => {
  it.each([
    ['a replica set', 'mongodb://root:p%40ss@a:27017,b:27017/?replicaSet=rs0&tls=true'],
    ['a server with a login', 'mongodb://root:secret@host'],
    ['a login that is kept in a database of its own', 'mongodb+srv://root:secret@cluster.example/accounts?w=majority'],
  ])('is used as it is, with our database named beside it: %s', async (_, MONGODB_URL) => {
    const { whole } = await complete({ ...SECRETS, ...BUCKET, POSTGRES_URL: 'postgresql://pg/any', MONGODB_URL });

    expect(whole).toMatchObject({ ASSETS_MONGODB_URL: MONGODB_URL, ASSETS_MONGODB_DATABASE: 'assets' });
  });

  it('holds one database for each domain', async () => {
    const { whole } = await complete({ POSTGRES_URL: 'postgresql://modu:p%3Aw@pg:5433/postgres?sslmode=require' });

    expect(whole['BILLING_DATABASE_URL']).toBe('postgresql://modu:p%3Aw@pg:5433/billing?sslmode=require');
  });

  it('is refused under its own name when it is none, with no word of what was given', async () => {
    const wrong = { POSTGRES_URL: 'postgresql://modu:hunter2@pg:port/x', MONGODB_URL: 'mongodb://root:hunter2@' };
    const error: unknown = await complete(wrong).catch((reason: unknown) => reason);

    expect(await problemsOf(wrong)).toEqual(['POSTGRES_URL', 'MONGODB_URL', 'ASSETS_MONGODB_URL']);
    expect(JSON.stringify([error, String(error)])).not.toContain('hunter2');
  });
});

describe('the embedded servers', () => {
  it('are all there for who sets nothing', async () => {
    const { whole, asked, embedded } = await complete({});

    expect(asked).toEqual({ postgres: true, mongo: true, s3: true });
    expect(whole).toMatchObject({
      BILLING_DATABASE_URL: 'postgresql://embedded/billing',
      GATEWAY_DATABASE_URL: 'postgresql://embedded/gateway',
      ASSETS_MONGODB_URL: 'mongodb://embedded/assets',
      S3_BUCKET: 'modu',
    });
    expect([...embedded]).toContain('BILLING_DATABASE_URL');
  });

  it('stay off where every database that must be has an address, also when one that may be has none', async () => {
    const own = { BILLING_DATABASE_URL: 'postgresql://pg/billing', ASSETS_MONGODB_URL: 'mongodb://m/assets' };

    expect((await complete({ ...SECRETS, ...BUCKET, ...own })).asked).toBeUndefined();
    expect((await complete({ ...SECRETS, ...own })).asked).toEqual({ postgres: false, mongo: false, s3: true });
  });

  it('stay off when they are switched off, in any way that a flag is written', async () => {
    const SWITCHED_OFF = { EMBEDDED: '0', ...BUCKET, MONGODB_URL: 'mongodb://m' };

    expect(await problemsOf(SWITCHED_OFF)).toEqual(['BILLING_DATABASE_URL']);
  });

  it('never stand in for a bucket of which only the name is missing', async () => {
    expect(await problemsOf({ S3_ENDPOINT: 'https://s3.example' })).toEqual([
      'S3_BUCKET',
      'S3_ACCESS_KEY_ID',
      'S3_SECRET_ACCESS_KEY',
    ]);
  });

  it('are not started for settings that are not right', async () => {
    const options = { environment: { RATE_COST_PER_MINUTE: 'much' }, modules: [gateway, billing] };
    const started: unknown[] = [];
    const acquire = (want: unknown) => {
      started.push(want);
      return Promise.reject(new Error('nothing should start'));
    };
    const logger = createLogger({ level: 'silent' });

    await expect(
      completeEnvironment({ ...options, dataDir: 'unused', corsOrigins: [], logger, acquire }),
    ).rejects.toThrow('RATE_COST_PER_MINUTE');
    expect(started).toEqual([]);
  });
});
