import { expect, inject, it } from 'vitest';
import { createPool, readPools } from './index.ts';

it('the pools of a process are known with who uses them and who waits, until they end', async () => {
  const pool = createPool({ url: inject('testStack').postgresUrl, applicationName: 'census-test', max: 1 });
  const own = () => readPools().filter(({ name }) => name === 'census-test');
  const client = await pool.connect();
  const waiting = pool.query('SELECT 1');

  expect(own()).toEqual([{ name: 'census-test', connectionsMax: 1, inUse: 1, idle: 0, waiting: 1 }]);

  client.release();
  await waiting;
  expect(own()).toMatchObject([{ inUse: 0, idle: 1, waiting: 0 }]);
  await pool.end();
  expect(own()).toEqual([]);
});
