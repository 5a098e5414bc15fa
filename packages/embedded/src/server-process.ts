import { spawn } from 'node:child_process';
import { once } from 'node:events';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Logger } from '@modu/logger';
import { z } from 'zod';
import type { Child } from './child.ts';
import { PortBusy } from './child.ts';
import { settlesWithin } from './deadline.ts';
import { forwardLines } from './process-log.ts';

export interface ServerProcessOptions {
  /** A module that reads its options as JSON from its first argument, prints a ready line, and ends with its stdin. */
  readonly main: URL;
  readonly options: { readonly port: number; readonly [option: string]: unknown };
  /** What other people of the machine must not read: a process list shows arguments, not the environment. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly logger: Logger;
}

const readyLine = z.object({ ready: z.literal(true), port: z.number().int() });
const READY_TIMEOUT_MS = 20_000;
const STOP_TIMEOUT_MS = 5_000;
const TROUBLE = /error|warn|fatal/i;

/**
 * Starts a server of ours as a process of its own and settles when it serves. Its stdin is a pipe from us that the kernel
 * closes when we end, however hard; it leads its own process group, so that Ctrl-C reaches only us.
 * @throws PortBusy
 */
export async function startServerProcess({ main, options, secrets, logger }: ServerProcessOptions): Promise<Child> {
  const child = spawn(process.execPath, [fileURLToPath(main), JSON.stringify(options)], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'], TZ: 'UTC', ...secrets },
  });
  child.stdin.on('error', () => {}); // It ended while we were closing the pipe.
  const errors = forwardLines(child.stderr, logger, TROUBLE);
  const exited = once(child, 'close').then(
    ([code, signal]: unknown[]) => `exit ${String(code ?? signal)}\n${errors.tail()}`,
  );
  const kill = (signal: NodeJS.Signals): void => void child.kill(signal);

  const ready = Promise.withResolvers<number>();
  readline.createInterface({ input: child.stdout }).on('line', (line) => {
    const parsed = readyLine.safeParse(parseLine(line));
    if (parsed.success) ready.resolve(parsed.data.port);
    else logger.debug(line);
  });
  const gone = exited.then((reason) => ready.reject(endedEarly(reason, options.port)));
  if (!(await settlesWithin(ready.promise, READY_TIMEOUT_MS))) {
    kill('SIGKILL');
    await gone;
  }
  const port = await ready.promise;
  return { pid: child.pid ?? 0, port, exited, stop: () => stop(child.stdin, exited, kill) };
}

async function stop(
  stdin: NodeJS.WritableStream,
  exited: Promise<string>,
  kill: (signal: NodeJS.Signals) => void,
): Promise<void> {
  stdin.end();
  kill('SIGTERM');
  if (await settlesWithin(exited, STOP_TIMEOUT_MS)) return;
  kill('SIGKILL');
  await exited;
}

function endedEarly(reason: string, port: number): Error {
  return reason.includes('EADDRINUSE')
    ? new PortBusy(port)
    : new Error(`The server ended before it was ready: ${reason}`);
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
