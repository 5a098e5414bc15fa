import { createLogger } from '@modu/logger';
import { testLine } from '@modu/testkit';
import { expect, it, onTestFinished } from 'vitest';
import { openBillingStore } from './database.ts';

it('what is asked of a database that has gone silent fails after a while, and the next is answered by another connection', async () => {
  const line = await testLine('billing-silent');
  const logger = createLogger({ level: 'silent' });
  const store = await openBillingStore({ url: line.url, logger, statementTimeoutMs: 500 });
  onTestFinished(() => store.close());
  await store.history.listByJobs({ jobIds: ['none'] });
  line.cut();

  await expect(store.history.listByJobs({ jobIds: ['none'] })).rejects.toThrow();
  await expect(store.history.listByJobs({ jobIds: ['none'] })).resolves.toEqual([]);
});
