import { readFileSync } from 'node:fs';
import { Client } from 'undici';

export interface LoadFigures {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** CPU time of the measured process, per request. */
  readonly cpuMs: number;
}

interface Load {
  readonly url: URL;
  readonly body: string;
  /** The answer that every request must give, byte for byte; whitespace around it aside. */
  readonly expected: string | undefined;
  readonly connections: number;
  readonly durationMs: number;
  readonly pid: number;
  /** Gives every connection an identity of its own, so that nothing can be shared between users. */
  readonly distinct: boolean;
}

const TICKS_PER_SECOND = 100;

/** CPU time of a process and all its threads, from the kernel. */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1_000;
}

/** A closed loop: each connection asks again as soon as it was answered. */
export async function applyLoad({
  url,
  body,
  expected,
  connections,
  durationMs,
  pid,
  distinct,
}: Load): Promise<LoadFigures> {
  const times: number[] = [];
  const before = cpuOf(pid);
  const started = performance.now();
  const end = started + durationMs;
  await Promise.all(
    Array.from({ length: connections }, async (_, index) => {
      const client = new Client(url.origin, { pipelining: 1, keepAliveTimeout: 60_000 });
      const headers = {
        'content-type': 'application/json',
        ...(distinct ? { authorization: `Bearer user-${index}` } : {}),
      };
      while (performance.now() < end) {
        const at = performance.now();
        const response = await client.request({ path: url.pathname, method: 'POST', headers, body });
        const text = await response.body.text();
        times.push(performance.now() - at);
        if (expected !== undefined && text.trim() !== expected)
          throw new Error(`Another answer: ${text.slice(0, 300)}`);
      }
      await client.close();
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  const cpuMs = (cpuOf(pid) - before) / times.length;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { requestsPerSecond: times.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99), cpuMs };
}
