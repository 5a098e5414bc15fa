import { startMongoServer } from './server.ts';

/*
 * The embedded MongoDB as a process of its own: `node main.ts '{"dir":"…","port":0}'`. It says `{"ready":true,"port":n}` on stdout, and
 * ends on SIGTERM, on SIGINT, and when its stdin closes, which is how it learns that its parent is gone.
 */

interface Arguments {
  readonly dir: string;
  readonly port: number;
  readonly sweepEveryMs?: number;
}

function parseArguments(text: string | undefined): Arguments {
  const given: unknown = JSON.parse(text ?? '{}');
  if (typeof given !== 'object' || given === null || !('dir' in given) || typeof given.dir !== 'string') {
    throw new TypeError('The first argument must be JSON with a dir');
  }
  const port = 'port' in given && typeof given.port === 'number' ? given.port : 0;
  const sweep =
    'sweepEveryMs' in given && typeof given.sweepEveryMs === 'number' ? { sweepEveryMs: given.sweepEveryMs } : {};
  return { dir: given.dir, port, ...sweep };
}

const server = await startMongoServer(parseArguments(process.argv[2]));

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await server.close();
  process.stdin.destroy();
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
process.stdin.on('end', () => void stop());
process.stdin.on('error', () => void stop());
process.stdin.resume();
process.stdout.write(`${JSON.stringify({ ready: true, port: server.port })}\n`);
