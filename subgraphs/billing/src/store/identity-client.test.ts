import { createLogger } from '@modu/logger';
import type { ServiceCaller } from '@modu/network';
import { expect, it } from 'vitest';
import { createEmailReader } from './identity-client.ts';

const logger = createLogger({ level: 'silent' });

/** Reads the address of a person of whom identity says this. */
function read(answer: unknown): Promise<string | null> {
  const caller: ServiceCaller = { call: async <Data>() => answer as Data };
  return createEmailReader(caller, logger)('ada');
}

it('a payment page is opened with a person’s address, and without one that no letter reaches', async () => {
  expect(await read({ _entities: [{ email: 'ada@example.test' }] })).toBe('ada@example.test');
  expect(await read({ _entities: [{ email: 'discord-80351110224678912@no-address.invalid' }] })).toBeNull();
  expect(await read({ _entities: [null] })).toBeNull();
});
