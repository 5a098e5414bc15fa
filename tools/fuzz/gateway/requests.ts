import { ATTACKS } from './attacks.ts';
import { HONEST } from './honest.ts';
import { mutateJson, mutateText } from './mutate-json.ts';
import type { Random } from './random.ts';

/** A request as it goes over the wire. */
export interface WireRequest {
  /** What was done to it, for the report. */
  readonly way: string;
  readonly method: 'POST' | 'GET' | 'PUT' | 'DELETE' | 'OPTIONS';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface Credentials {
  readonly good: string;
  readonly expired: string;
}

const JSON_TYPE = 'application/json';
/** A body of 10 MB is refused by its announced length; few are enough to know. */
const LARGE_SHARE = 0.0005;

/** The next request of a run: an honest one, mutated in one of many ways. */
export function nextRequest(random: Random, credentials: Credentials): WireRequest {
  if (random.chance(LARGE_SHARE)) return post('10 MB', `{"query":"${'x'.repeat(10_000_000)}"}`, credentials);
  const way = random.pick(WAYS);
  return way(random, credentials);
}

type Way = (random: Random, credentials: Credentials) => WireRequest;

function post(
  way: string,
  body: string,
  { good }: Credentials,
  headers: Readonly<Record<string, string>> = {},
): WireRequest {
  const all = { 'content-type': JSON_TYPE, authorization: `Bearer ${good}`, ...headers };
  return { way, method: 'POST', path: '/graphql', headers: all, body };
}

const brokenBytes: Way = (random, credentials) =>
  post('bytes', mutateText(JSON.stringify(random.pick(HONEST)), random), credentials);

const brokenJson: Way = (random, credentials) =>
  post('json', JSON.stringify(mutateJson(random.pick(HONEST), random)) ?? '', credentials);

const brokenDocument: Way = (random, credentials) => {
  const { query, ...rest } = random.pick(HONEST);
  return post('document', JSON.stringify({ ...rest, query: mutateText(query, random) }), credentials);
};

const attack: Way = (random, credentials) => {
  const name = random.pick(Object.keys(ATTACKS));
  const { query = '', variables = {} } = ATTACKS[name]?.(random) ?? {};
  return post(name, JSON.stringify({ query, variables }), credentials);
};

const batch: Way = (random, credentials) =>
  post('batch', JSON.stringify(Array.from({ length: random.int(200) }, () => random.pick(HONEST))), credentials);

const unknownDocument: Way = (random, credentials) => {
  const hash = Array.from({ length: 64 }, () => random.int(16).toString(16)).join('');
  const sent = random.pick([
    { documentId: `sha256:${hash}` },
    { documentId: mutateText(hash, random) },
    { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
    { extensions: { persistedQuery: { sha256Hash: mutateText(hash, random) } }, query: '{ __typename }' },
  ]);
  return post('document id', JSON.stringify(sent), credentials);
};

const forgedToken: Way = (random, credentials) => {
  const [head = '', body = '', signature = ''] = credentials.good.split('.');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const admin = Buffer.from('{"sub":"u1","role":"ADMIN","exp":9999999999}').toString('base64url');
  const authorization = random.pick([
    `Bearer ${none}.${body}.`,
    `Bearer ${head}.${admin}.${signature}`,
    `Bearer ${mutateText(credentials.good, random).replace(/[^\x21-\x7e]/g, '')}`,
    `Bearer ${credentials.expired}`,
    `Bearer modu_${'a'.repeat(random.int(60))}`,
    `Basic ${Buffer.from('admin:admin').toString('base64')}`,
    `Bearer ${'x'.repeat(random.int(12_000))}`,
    '',
  ]);
  return post('token', JSON.stringify(random.pick(HONEST)), credentials, { authorization });
};

const strangeHeaders: Way = (random, credentials) => {
  const headers = random.pick([
    {
      'content-type': random.pick([
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        '',
        'application/json; charset=latin1',
      ]),
    },
    { 'x-modu-identity': credentials.good },
    { 'x-trace-id': mutateText('0af7651916cd43dd8448eb211c80319c', random).replace(/[^\x21-\x7e]/g, '') },
    { 'x-modu-locale': 'x'.repeat(random.int(2_000)) },
    { 'x-forwarded-for': '::1, 127.0.0.1, <script>' },
    { origin: 'https://evil.example' },
    { accept: 'text/event-stream' },
    { 'content-encoding': 'gzip' },
    { 'accept-encoding': random.pick(['gzip', 'br, gzip', 'identity;q=0', '*']) },
  ] as Readonly<Record<string, string>>[]);
  return post('headers', JSON.stringify(random.pick(HONEST)), credentials, headers);
};

const strangeMethod: Way = (random) => ({
  way: 'method',
  method: random.pick(['GET', 'PUT', 'DELETE', 'OPTIONS'] as const),
  path: random.pick([
    '/graphql',
    '/graphql?query={queue{depth}}',
    '/graphql/../subgraphs/jobs/graphql',
    '/graphql/explorer/assets/..%2f..%2fpackage.json',
    '/graphql/',
    '/graphqlx',
  ]),
  headers: { accept: random.pick(['text/html', JSON_TYPE, '*/*']) },
  body: undefined,
});

const WAYS: readonly Way[] = [
  brokenBytes,
  brokenBytes,
  brokenJson,
  brokenJson,
  brokenDocument,
  brokenDocument,
  brokenDocument,
  attack,
  attack,
  batch,
  unknownDocument,
  forgedToken,
  strangeHeaders,
  strangeMethod,
];
