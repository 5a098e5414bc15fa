import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  flag,
  mongodbUrl,
  needed,
  parseSettings,
  port,
  postgresUrl,
  secret,
  SettingsError,
  together,
} from './index.ts';

const slices = {
  host: z.object({ PORT: port.default(4000), DEMO: flag.default(true) }),
  billing: z.object({ BILLING_DATABASE_URL: postgresUrl, BILLING_SECRET: secret }),
};

describe('settings', () => {
  it('are parsed into each module’s words', () => {
    const settings = parseSettings(slices, {
      PORT: '8080',
      DEMO: '0',
      BILLING_DATABASE_URL: 'postgresql://u:p@127.0.0.1:5432/billing',
      BILLING_SECRET: 'a'.repeat(32),
    });

    expect(settings['host']).toEqual({ PORT: 8080, DEMO: false });
    expect(settings['billing']).toMatchObject({ BILLING_SECRET: 'a'.repeat(32) });
  });

  it('report every problem of every module at once, and no value', () => {
    const attempt = () =>
      parseSettings(slices, { PORT: 'eighty', BILLING_DATABASE_URL: 'mysql://root:hunter2@db', BILLING_SECRET: '' });

    expect(attempt).toThrow(SettingsError);
    try {
      attempt();
    } catch (error) {
      const { problems, message } = error as SettingsError;
      expect(problems.map((problem) => problem.name)).toEqual(['PORT', 'BILLING_DATABASE_URL', 'BILLING_SECRET']);
      expect(message).toContain('is required but not set');
      expect(message).not.toContain('hunter2');
    }
  });

  it('that work together alone are missed one by one, beside all else that is wrong', () => {
    const pair = together(
      z.object({ PORT: port, GOOGLE_ID: z.string().optional(), GOOGLE_SECRET: z.string().optional() }),
      ['GOOGLE_ID', 'GOOGLE_SECRET'],
    );
    const sentence = 'must be set together with GOOGLE_ID';

    expect(pair.safeParse({ PORT: 1 }).success).toBe(true);
    expect(pair.safeParse({ PORT: 1, GOOGLE_ID: 'a', GOOGLE_SECRET: 'b' }).success).toBe(true);
    expect(() => parseSettings({ pair }, { PORT: 'x', GOOGLE_ID: 'a' })).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({ name: 'PORT' }),
          { module: 'pair', name: 'GOOGLE_SECRET', message: sentence },
        ],
      }) as Error,
    );
  });

  it('that others make necessary are missed then, and then alone', () => {
    const slice = needed(z.object({ BUS: z.string().optional(), REDIS_URL: z.string().optional() }), {
      name: 'REDIS_URL',
      when: ({ BUS }) => BUS === 'redis',
      message: 'is needed by BUS=redis',
    });

    expect(slice.safeParse({}).success).toBe(true);
    expect(() => parseSettings({ slice }, { BUS: 'redis' })).toThrow('REDIS_URL (slice): is needed by BUS=redis');
  });

  it.each(['mongodb://a', 'mongodb://u:p@a:1,b:2/db?x=y', 'mongodb+srv://u:p@c.example/?w=majority'])(
    'name MongoDB in every form that its driver takes: %s',
    (url) => expect(mongodbUrl.safeParse(url).success).toBe(true),
  );

  it.each(['mongodb://', 'mongodb://u:p@', 'http://a', 'mongodb://u:p@ss@a'])(
    'refuse what is no address of MongoDB: %s',
    (url) => expect(mongodbUrl.safeParse(url).success).toBe(false),
  );
});
