import { expect, it } from 'vitest';
import { runCuts } from './run-cuts.ts';

it('sixty cuts of clients, gateway and subgraph: nothing is lost, nothing comes twice', async () => {
  const report = await runCuts({ seed: 20_261_121, cuts: 60 });

  expect(report).toMatchObject({ lost: 0, doubled: 0, outOfOrder: 0 });
  expect(report.events).toBeGreaterThan(100);
  expect(Math.min(...Object.values(report.cuts))).toBeGreaterThan(0);
  expect(report.returns).toBeGreaterThan(20);
}, 60_000);
