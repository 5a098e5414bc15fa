import { testLine } from '@modu/testkit';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from './database.ts';

it('what is asked of a database that has gone silent fails after a while, and the next is answered by another connection', async () => {
  const line = await testLine('gallery-silent');
  const gallery = openDatabase(line.url, { statementTimeoutMs: 500 });
  onTestFinished(() => gallery.$disconnect());
  await gallery.$queryRaw`SELECT 1 AS one`;
  line.cut();

  await expect(gallery.$queryRaw`SELECT 1 AS one`).rejects.toThrow();
  await expect(gallery.$transaction((tx) => tx.$queryRaw`SELECT 1 AS one`)).resolves.toEqual([{ one: 1 }]);
  line.cut();
  await expect(gallery.$transaction((tx) => tx.$queryRaw`SELECT 1 AS one`)).rejects.toThrow();
  await expect(gallery.$queryRaw`SELECT 1 AS one`).resolves.toEqual([{ one: 1 }]);
});
