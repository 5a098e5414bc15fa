import { afterAll, beforeAll, describe } from 'vitest';
import { aggregationContract } from './testing/aggregation.ts';
import { crudContract } from './testing/crud.ts';
import { indexContract } from './testing/indexes.ts';
import { queryContract } from './testing/queries.ts';
import { targets } from './testing/target.ts';
import type { OpenTarget } from './testing/target.ts';
import { updateContract } from './testing/updates.ts';

// The same stories run on the embedded server and, when MONGODB_URL is set, on a real one: neither may drift unseen.
describe.each(targets)('$name', (target) => {
  let open: OpenTarget;
  beforeAll(async () => {
    open = await target.open();
  });
  afterAll(() => open.close());
  const opened = (): OpenTarget => open;

  describe('stores, finds and removes', () => crudContract(opened));
  describe('answers queries', () => queryContract(opened));
  describe('updates', () => updateContract(opened));
  describe('indexes', () => indexContract(opened, target));
  describe('aggregates', () => aggregationContract(opened));
});
