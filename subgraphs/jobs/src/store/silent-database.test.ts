import { createLogger } from '@modu/logger';
import { testLine } from '@modu/testkit';
import { expect, it, onTestFinished } from 'vitest';
import { openJobsDatabase } from './database.ts';

it('what is asked of a database that has gone silent fails after a while, and the next is answered by another connection', async () => {
  const line = await testLine('jobs-silent');
  const logger = createLogger({ level: 'silent' });
  const store = await openJobsDatabase({ url: line.url, logger, statementTimeoutMs: 500 });
  onTestFinished(() => store.close());
  await store.reads.lastChange('ada');
  line.cut();

  await expect(store.reads.lastChange('ada')).rejects.toThrow();
  await expect(store.reads.lastChange('ada')).resolves.toBe(0);
});
