import { Client } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBadInput } from './bad-input.ts';
import { askHonestly, runFuzz } from './run-fuzz.ts';
import { fuzzSockets } from './sockets.ts';
import { openSlowClients } from './slow-clients.ts';
import { isOfTheStage, startFuzzStage } from './stage.ts';
import type { FuzzStage } from './stage.ts';

let stage: FuzzStage;

beforeAll(async () => {
  stage = await startFuzzStage();
});

afterAll(() => stage.stop());

describe('a gateway that anyone may send anything', () => {
  it('answers a thousand mutated requests without failing, leaking or keeping honest ones waiting', async () => {
    const report = await runFuzz({ ...stage, seed: 20_261_121, runs: 1_000 });

    expect(report.findings).toEqual([]);
    expect(stage.takeErrors().filter((line) => !isOfTheStage(line))).toEqual([]);
    expect(report.requests).toBeGreaterThanOrEqual(1_000);
    expect(report.honest.count).toBeGreaterThanOrEqual(10);
    expect(Object.keys(report.statuses)).toEqual(expect.arrayContaining(['200', '400', '401', '405', '415']));
  });

  it('refuses each kind of bad input with its status, and serves the next honest client', async () => {
    const outcomes = await runBadInput(stage);

    expect(outcomes.map(({ attack, status }) => [attack, status])).toEqual(
      outcomes.map(({ attack, expected }) => [attack, expected]),
    );
    expect(outcomes).toHaveLength(9);
    expect(stage.takeErrors()).toEqual([]);
  });

  it('survives two hundred sockets that say anything, and none keeps it', async () => {
    const report = await fuzzSockets({ ...stage, seed: 7, runs: 200 });

    expect(report.findings).toEqual([]);
    expect(report.acknowledged).toBeGreaterThan(0);
  });

  it('serves honest clients while slow ones hang in their headers and bodies', async () => {
    const slow = await openSlowClients(stage.port, 200);
    const client = new Client(`http://127.0.0.1:${stage.port}`);
    for (let times = 0; times < 20; times++) await askHonestly(client, stage.credentials);
    slow.stop();
    await client.destroy();
  });
});
