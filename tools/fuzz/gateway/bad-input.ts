import { Client } from 'undici';
import type { Credentials, WireRequest } from './requests.ts';
import { askHonestly, CUT, send } from './run-fuzz.ts';
import { openSlowClients } from './slow-clients.ts';

/** What became of one attack, and how long the next honest client waited. */
export interface BadInputOutcome {
  readonly attack: string;
  readonly status: string;
  readonly honestMs: number;
}

const ALIASES = Array.from({ length: 2_000 }, (_, index) => `a${index}: queue { depth }`).join(' ');
const DEEP = `${'image(id: "1") { job { result { ... on Image { '.repeat(30)} id ${'} } } }'.repeat(30)}`;
const CIRCLE = 'query { ...A } fragment A on Query { queue { depth } ...B } fragment B on Query { ...A }';
const BY_ID = 'query ($id: ID!) { image(id: $id) { id } }';
const SLOW_CLIENTS = 200;

type Body = object | string;
const ATTACKS: Readonly<Record<string, { readonly body: Body; readonly status: string; readonly token?: string }>> = {
  'malformed JSON': { body: '{"query": "{ queue { depth }', status: '400' },
  'a body of 10 MB': { body: 'x'.repeat(10_000_000), status: '413' },
  '2 000 aliases': { body: { query: `{ ${ALIASES} }` }, status: '400' },
  'depth 120': { body: { query: `{ ${DEEP} }` }, status: '400' },
  'circular fragments': { body: { query: CIRCLE }, status: '400' },
  'huge variables': { body: { query: BY_ID, variables: { id: { a: 'b'.repeat(900_000) } } }, status: '413' },
  // By the convention of persisted queries, so that a client sends the text.
  'an unknown document': { body: { documentId: `sha256:${'0'.repeat(64)}` }, status: '200' },
  'a forged token': { body: { query: '{ queue { depth } }' }, status: '401', token: 'eyJhbGciOiJub25lIn0.e30.' },
};

/** Each attack once, and after each an honest request by somebody else. @throws Error when that is not served as ever. */
export async function runBadInput({
  port,
  credentials,
}: {
  readonly port: number;
  readonly credentials: Credentials;
}): Promise<readonly (BadInputOutcome & { readonly expected: string })[]> {
  const outcomes = [];
  for (const [attack, { body, status: expected, token = credentials.good }] of Object.entries(ATTACKS)) {
    const request: WireRequest = {
      ...{ way: attack, method: 'POST', path: '/graphql' },
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    };
    const status = await alone(port, (client) => send(client, request).then((answer) => answer.status));
    const honestMs = await alone(port, (client) => askHonestly(client, credentials));
    // A body that is far too large may be cut off while it is still being sent.
    outcomes.push({ attack, status: expected === '413' && CUT.has(status) ? '413' : status, expected, honestMs });
  }
  const slow = await openSlowClients(port, SLOW_CLIENTS);
  const honestMs = await alone(port, (client) => askHonestly(client, credentials));
  slow.stop();
  return [...outcomes, { attack: `${SLOW_CLIENTS} slow clients`, status: 'waiting', expected: 'waiting', honestMs }];
}

async function alone<Result>(port: number, ask: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client(`http://127.0.0.1:${port}`);
  try {
    return await ask(client);
  } finally {
    await client.destroy();
  }
}
