import { converse } from '../src/index.ts';

// A process that has somebody compute without end, and says as whom; it is there to be killed.

await converse(
  { main: new URL('inside-fixture.ts', import.meta.url), memoryBytesMax: 200 * 1_048_576, stepTimeoutMs: 600_000 },
  {
    order: { deed: 'spin' },
    signal: new AbortController().signal,
    answer: (pid) => Promise.resolve(console.log(pid)),
  },
);
