import { testStack, uniqueName } from '@modu/testkit';
import { expect, it, onTestFinished } from 'vitest';
import { startLine } from '../testing/start-line.ts';
import { connectMongo, withoutDeadline } from './index.ts';

const OPTIONS = { appName: 'modu-mongo-test', serverSelectionTimeoutMs: 20_000, commandTimeoutMs: 1_000 };

it('waits for an index that is built for longer than any other command may take', async () => {
  const target = new URL(testStack().mongoUrl);
  target.pathname = `/${uniqueName('mongo')}`;
  const line = await startLine(target);
  const ordinary = await connectMongo({ ...OPTIONS, url: line.url });
  onTestFinished(() => ordinary.close());
  const makeIndex = ({ db }: Pick<typeof ordinary, 'db'>) => db.collection('things').createIndex({ n: 1 });

  const asked = Promise.withResolvers<void>();
  const built = withoutDeadline({ ...OPTIONS, url: line.url }, (db) => {
    line.hold();
    asked.resolve();
    return makeIndex({ db });
  });
  built.catch(() => undefined);
  await asked.promise;
  await expect(makeIndex(ordinary)).rejects.toThrow(/timed out/i);
  line.release();

  expect(await built).toBe('n_1');
});
