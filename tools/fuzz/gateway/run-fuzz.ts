import { Pool } from 'undici';
import type { Client } from 'undici';
import { createRandom } from './random.ts';
import { findLeak } from './leaks.ts';
import { nextRequest } from './requests.ts';
import type { Credentials, WireRequest } from './requests.ts';

export interface FuzzRun {
  readonly port: number;
  readonly credentials: Credentials;
  readonly seed: number;
  readonly runs: number;
  onProgress?(done: number): void;
  onFinding?(finding: string): void;
}

export interface FuzzReport {
  readonly requests: number;
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly honest: { readonly count: number; readonly slowestMs: number };
  /** The request that took longest, and how it was made. */
  readonly slowest: { readonly way: string; readonly tookMs: number };
  /** What must not be: each with the number of its request, so that it can be made again from the seed. */
  readonly findings: readonly string[];
}

const HONEST_EVERY = 100;
const AT_ONCE = 16;
/** The gateway gives up at 30 s; this counts as never answered, also on a machine that others fill. */
const DEADLINE_MS = 60_000;
const FINDINGS_MAX = 20;

/** Sends mutated requests and looks at every answer; in between, honest ones must be answered as ever. */
export async function runFuzz({ port, credentials, seed, runs, onProgress, onFinding }: FuzzRun): Promise<FuzzReport> {
  const origin = `http://127.0.0.1:${port}`;
  const pool = new Pool(origin, { connections: AT_ONCE, headersTimeout: DEADLINE_MS, bodyTimeout: DEADLINE_MS });
  const statuses: Record<string, number> = {};
  const findings: string[] = [];
  const random = createRandom(seed);
  const honest = { count: 0, slowestMs: 0 };
  let slowest = { way: 'none', tookMs: 0 };
  let sent = 0;

  const sendOne = async () => {
    const number = sent++;
    const request = nextRequest(random, credentials);
    const startedAtMs = performance.now();
    const { status, text } = await send(pool, request);
    const tookMs = performance.now() - startedAtMs;
    if (tookMs > slowest.tookMs) slowest = { way: request.way, tookMs };
    statuses[status] = (statuses[status] ?? 0) + 1;
    const wrong = judge(request, { status, text });
    if (wrong && findings.length < FINDINGS_MAX) {
      findings.push(`request ${number} (${request.way}): ${wrong}`);
      onFinding?.(findings.at(-1) ?? '');
    }
    if (number % HONEST_EVERY === 0) {
      const tookHonestMs = await askHonestly(pool, credentials);
      honest.count += 1;
      honest.slowestMs = Math.max(honest.slowestMs, tookHonestMs);
      onProgress?.(number);
    }
  };
  const worker = async () => {
    while (sent < runs && findings.length < FINDINGS_MAX) await sendOne();
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  } finally {
    await pool.destroy();
  }
  return { requests: sent, statuses, honest, slowest, findings };
}

interface Answer {
  readonly status: string;
  readonly text: string;
}

/** Sends a request as it is; an answer that never came has the name of the failure for a status. */
export async function send(pool: Pool | Client, { method, path, headers, body }: WireRequest): Promise<Answer> {
  try {
    const response = await pool.request({ path, method, headers: { ...headers }, body: body ?? null });
    return { status: String(response.statusCode), text: await response.body.text() };
  } catch (error) {
    return { status: nameOf(error), text: '' };
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'failed';
}

/** A body beyond the limit is refused by closing the connection while it is still being sent: that is an answer too. */
export const CUT: ReadonlySet<string> = new Set(['UND_ERR_SOCKET', 'EPIPE', 'ECONNRESET']);

function judge({ way, body }: WireRequest, { status, text }: Answer): string | undefined {
  if (way === '10 MB' && (status === '413' || CUT.has(status))) return undefined;
  if (!/^[234]\d\d$/.test(status)) return `answered with ${status}`;
  const leak = findLeak(text, body);
  return leak ? `the answer tells ${leak}: ${text.slice(0, 300)}` : undefined;
}

/** @throws Error when a well-behaved client is not served as ever. */
export async function askHonestly(pool: Pool | Client, { good }: Credentials): Promise<number> {
  const startedAtMs = performance.now();
  const { status, text } = await send(pool, {
    way: 'honest',
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${good}` },
    body: JSON.stringify({ query: '{ image(id: "7") { id prompt thumbnailUrl } queue { depth } }' }),
  });
  const wanted = '"image":{"id":"7","prompt":"a persimmon tree","thumbnailUrl":"http://bucket/thumbnail"}';
  if (status !== '200' || !text.includes(wanted))
    throw new Error(`An honest request was answered with ${status}: ${text}`);
  return performance.now() - startedAtMs;
}
