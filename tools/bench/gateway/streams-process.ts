import { setTimeout as pause } from 'node:timers/promises';
import { runGateway } from '../../../gateway/testing/run-gateway.ts';

// The gateway over small subgraphs in one process, with streams whose events all begin at a word of the parent.

const [events = 60, everyMs = 50, people = 1] = process.argv.slice(2).map(Number);
const begun = Promise.withResolvers<void>();
process.on('message', () => begun.resolve());

const { world, url } = await runGateway();
world.script.events = async function* () {
  yield { status: 'QUEUED', progress: 0, result: null };
  await begun.promise;
  for (let step = 1; step <= events; step++) {
    await pause(everyMs);
    yield { status: 'RUNNING', progress: Date.now(), result: { __typename: 'Image', id: '7' } };
  }
};
const tokens = await Promise.all(
  Array.from({ length: people }, (_, index) => world.accessToken({ userId: `u${index}` })),
);
process.send?.({ url, tokens });
