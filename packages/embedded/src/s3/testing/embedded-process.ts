import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const READY_TIMEOUT_MS = 20_000;

export const CREDENTIALS = { accessKeyId: 'contract-key', secretAccessKey: 'contract-secret-of-some-length' };
export const ALLOWED_ORIGIN = 'https://studio.example';

/** The server as the product runs it: a process of its own, which a test may kill. */
export interface EmbeddedProcess {
  readonly endpoint: string;
  readonly port: number;
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  stop(): Promise<void>;
  /** `kill -9`, settled when the process is gone. */
  kill(): Promise<void>;
}

export async function startEmbeddedProcess({
  dir,
  port = 0,
}: {
  readonly dir: string;
  readonly port?: number;
}): Promise<EmbeddedProcess> {
  const options = { dir, port, buckets: ['modu'], corsOrigins: [ALLOWED_ORIGIN] };
  // Of its own, whatever real server the environment gives the keys of.
  const { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } = CREDENTIALS;
  const child = spawn(process.execPath, [MAIN, JSON.stringify(options)], {
    env: { ...process.env, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data', { signal: AbortSignal.timeout(READY_TIMEOUT_MS) })) as [Buffer];
  const ready = JSON.parse(line.toString()) as { ready: true; port: number };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    endpoint: `http://127.0.0.1:${ready.port}`,
    port: ready.port,
    child,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
