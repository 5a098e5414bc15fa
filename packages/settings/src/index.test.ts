import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { flag, parseSettings, port, postgresUrl, secret, SettingsError } from './index.ts';

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
});
