import { createLogger } from '@modu/logger';
import { testLine } from '@modu/testkit';
import { expect, it, onTestFinished } from 'vitest';
import { openIdentityStore } from './database.ts';

it('what is asked of a database that has gone silent fails after a while, and the next is answered by another connection', async () => {
  const line = await testLine('identity-silent');
  const logger = createLogger({ level: 'silent' });
  const store = await openIdentityStore(line.url, logger, { statementTimeoutMs: 500 });
  onTestFinished(() => store.close());
  await store.ping();
  line.cut();

  await expect(store.ping()).rejects.toThrow();
  await expect(store.ping()).resolves.toBeUndefined();
});
