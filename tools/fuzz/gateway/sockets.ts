import { WebSocket } from 'ws';
import { findLeak } from './leaks.ts';
import { mutateJson, mutateText } from './mutate-json.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import type { Credentials } from './requests.ts';

interface SocketFuzz {
  readonly port: number;
  readonly credentials: Credentials;
  readonly seed: number;
  readonly runs: number;
}

export interface SocketReport {
  readonly sockets: number;
  /** How the sockets were closed, by code. */
  readonly codes: Readonly<Record<string, number>>;
  /** How many were let in: without any, nothing was tried. */
  readonly acknowledged: number;
  readonly findings: readonly string[];
}

const WATCH = { query: 'subscription Watch($id: ID!) { jobProgress(id: $id) { id status } }', variables: { id: 'j1' } };
const MESSAGES_MAX = 6;
/** Far longer than a server takes to close a socket that its client closes, also on a machine that others fill. */
const WAIT_MS = 20_000;
const AT_ONCE = 10;

/** Opens sockets and says anything on them: messages out of order, broken, too large, or no messages at all. */
export async function fuzzSockets({ port, credentials, seed, runs }: SocketFuzz): Promise<SocketReport> {
  const random = createRandom(seed);
  const codes: Record<string, number> = {};
  const findings: string[] = [];
  let [opened, acknowledged] = [0, 0];
  const worker = async () => {
    while (opened < runs) {
      const number = opened++;
      const messages = Array.from({ length: random.int(MESSAGES_MAX) }, () => nextMessage(random, credentials));
      const { code, heard, isKept } = await talk(`ws://127.0.0.1:${port}/graphql`, messages);
      codes[code] = (codes[code] ?? 0) + 1;
      if (heard.includes('connection_ack')) acknowledged += 1;
      if (isKept) findings.push(`socket ${number} was not closed`);
      const leak = findLeak(heard, messages.join('\n'));
      if (leak) findings.push(`socket ${number} heard ${leak}: ${heard.slice(0, 300)}`);
      // 1006 is a connection that just ended; 4500 is a failure of ours.
      if (code === 4500 || code === 1011) findings.push(`socket ${number} was closed with ${code}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { sockets: opened, codes, acknowledged, findings };
}

function nextMessage(random: Random, { good, expired }: Credentials): string {
  const id = random.pick(['1', '2', '', 'x'.repeat(3_000)]);
  const token = random.pick([good, good, good, expired, 'rubbish']);
  const message = random.pick([
    { type: 'connection_init', payload: { authorization: `Bearer ${token}` } },
    { type: 'connection_init', payload: { authorization: `Bearer ${good}` } },
    { type: 'subscribe', id, payload: WATCH },
    { type: 'subscribe', id, payload: { ...WATCH, query: mutateText(WATCH.query, random) } },
    { type: 'complete', id },
    { type: 'ping', payload: { authorization: `Bearer ${token}` } },
    { type: 'pong' },
    { type: 'subscribe', id, payload: { query: `{ ${'queue { depth } '.repeat(3_000)} }` } },
  ]);
  if (random.chance(0.15)) return JSON.stringify(mutateJson(message, random)) ?? '';
  return random.chance(0.15) ? mutateText(JSON.stringify(message), random) : JSON.stringify(message);
}

interface Talk {
  readonly code: number;
  readonly heard: string;
  /** The server had its time, and did not close. */
  readonly isKept: boolean;
}

/** Says all messages, waits until the server has closed or had its time, then closes. */
function talk(url: string, messages: readonly string[]): Promise<Talk> {
  const socket = new WebSocket(url, 'graphql-transport-ws');
  let heard = '';
  let isKept = false;
  return new Promise((resolve) => {
    const over = setTimeout(() => {
      isKept = true;
      socket.terminate();
    }, WAIT_MS);
    socket.on('open', () => {
      for (const message of messages) socket.send(message);
      // Room for answers; a server that closes by itself is quicker.
      setTimeout(() => socket.close(), 50);
    });
    socket.on('message', (data: Buffer) => (heard += data.toString()));
    socket.on('error', () => undefined);
    socket.on('close', (code) => {
      clearTimeout(over);
      resolve({ code, heard, isKept });
    });
  });
}
