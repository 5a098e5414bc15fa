// `npm run fuzz:gateway -- --seed S --runs N`: mutated requests against the gateway as it stands at the edge, on loopback.
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Client } from 'undici';
import { runBadInput } from './bad-input.ts';
import { askHonestly, runFuzz } from './run-fuzz.ts';
import { openSlowClients } from './slow-clients.ts';
import { fuzzSockets } from './sockets.ts';
import { isOfTheStage, startFuzzStage } from './stage.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, runs: { type: 'string', default: '100000' } },
});
const seed = Number(values.seed);
const runs = Number(values.runs);
const SLOW_CLIENTS = 500;
/** How often each attack of the list of bad input is made. */
const ROUNDS = 20;
/** The host gives headers 10 s and a whole request 60 s; then it looks every 30 s. */
const SLOW_MAX_MS = 100_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What the process has of the machine says little of a leak: what is still in use after a full collection does. */
function memory(): string {
  collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  const [all, heap, outside] = [rss, heapUsed, external].map((bytes) => Math.round(bytes / 2 ** 20));
  return `${all} MB, ${heap} MB of the heap and ${outside} MB outside of it in use`;
}

const stage = await startFuzzStage();
const logged: string[] = [];
/** Keeps what failed by itself, and lets the rest of the log go: it would look like a leak. */
const readLog = () => logged.push(...stage.takeErrors().filter((line) => !isOfTheStage(line)));
const before = memory();
const startedAtMs = performance.now();
const cpuBefore = process.cpuUsage();
const requests = await runFuzz({
  ...stage,
  seed,
  runs,
  onFinding: (finding) => console.error(`✗ ${finding}`),
  onProgress: (done) => {
    readLog();
    if (done % 10_000 === 0) console.log(`${done} of ${runs}: ${memory()}`);
  },
});
const tookS = (performance.now() - startedAtMs) / 1_000;
const cpu = process.cpuUsage(cpuBefore);
const afterAttacks = new Map<string, number[]>();
for (let round = 0; round < ROUNDS; round++) {
  for (const { attack, honestMs } of await runBadInput(stage)) {
    afterAttacks.set(attack, [...(afterAttacks.get(attack) ?? []), honestMs]);
  }
}
const sockets = await fuzzSockets({ ...stage, seed, runs: Math.ceil(runs / 50) });

const slow = await openSlowClients(stage.port, SLOW_CLIENTS);
let slowestHonestMs = 0;
const untilMs = performance.now() + SLOW_MAX_MS;
while (slow.closed() < SLOW_CLIENTS && performance.now() < untilMs) {
  // A connection of its own each time: one that was idle may be closed by the server as it is used.
  const client = new Client(`http://127.0.0.1:${stage.port}`);
  slowestHonestMs = Math.max(slowestHonestMs, await askHonestly(client, stage.credentials));
  await client.destroy();
  await new Promise((resolve) => setTimeout(resolve, 250));
}
const closed = slow.closed();
slow.stop();
readLog();
const after = memory();
await stage.stop();

console.log(`\nseed ${seed}: ${requests.requests} requests in ${tookS.toFixed(0)} s`);
console.log(
  `CPU of client and gateway together: ${((cpu.user + cpu.system) / 1_000 / requests.requests).toFixed(2)} ms a request`,
);
console.log(`answers: ${JSON.stringify(requests.statuses)}`);
console.log(`slowest: ${requests.slowest.way}, ${requests.slowest.tookMs.toFixed(0)} ms`);
console.log(`honest in between: ${requests.honest.count}, slowest ${requests.honest.slowestMs.toFixed(0)} ms`);
for (const [attack, times] of afterAttacks) {
  console.log(`honest after ${attack}: slowest of ${times.length} ${Math.max(...times).toFixed(0)} ms`);
}
console.log(`sockets: ${sockets.sockets}, closed with ${JSON.stringify(sockets.codes)}`);
console.log(
  `slow clients: ${closed} of ${SLOW_CLIENTS} closed by the server; slowest honest beside them ${slowestHonestMs.toFixed(0)} ms`,
);
console.log(`memory before: ${before}`);
console.log(`memory after:  ${after}`);
const findings = [
  ...requests.findings,
  ...sockets.findings,
  ...logged.map((line) => `logged: ${line}`),
  ...(closed < SLOW_CLIENTS ? ['slow clients were kept'] : []),
];
for (const finding of findings) console.error(`✗ ${finding}`);
console.log(findings.length === 0 ? 'No crash, no 5xx, no leak.' : `${findings.length} findings.`);
process.exitCode = findings.length === 0 ? 0 : 1;

// What still holds the process open ten seconds after all was stopped was left behind by the gateway: it is named.
const LEFT_AFTER_MS = 10_000;
setTimeout(() => {
  console.error(`✗ did not end: ${process.getActiveResourcesInfo().join(', ')}`);
  process.exit(1);
}, LEFT_AFTER_MS).unref();
