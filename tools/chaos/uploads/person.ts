import { createHash } from 'node:crypto';
import { createId } from '@modu/ids';
import type { Cluster } from '../cluster.ts';
import { personOf } from '../people.ts';

export const ACTS = ['request', 'put', 'complete', 'trash', 'restore', 'delete'] as const;
export type Act = (typeof ACTS)[number];

const REQUEST = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) {
  ... on UploadTicket { id url headers { name value } } ... on Refusal { code } } }`;
const COMPLETE =
  'mutation ($id: ID!) { completeUpload(id: $id) { ... on Asset { id status } ... on Refusal { code } } }';
const DELETE = 'mutation ($id: ID!, $forever: Boolean) { deleteAsset(id: $id, forever: $forever) { __typename } }';
const RESTORE = 'mutation ($id: ID!) { restoreAsset(id: $id) { __typename } }';
const PUT_TIMEOUT_MS = 10_000;
const FILES = 3;

interface Ticket {
  readonly id: string;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/** Somebody with three files on their way, and what was acknowledged to them. */
export function aPersonWithFiles(cluster: Cluster) {
  const userId = createId();
  const viewer = personOf(userId);
  const files = Array.from({ length: FILES }, (_, n) => ({
    n,
    generation: 0,
    ticket: undefined as Ticket | undefined,
  }));
  const ready = new Map<string, string>();
  const ask = async (query: string, variables: object) =>
    Object.values(await cluster.ask({ subgraph: 'assets', query, variables: { ...variables }, viewer }))[0] as object;

  const bytesOf = (n: number, generation: number) => Buffer.from(`file ${n}, ${generation}, of ${userId}`.repeat(400));
  const request = async (file: (typeof files)[number]) => {
    const bytes = bytesOf(file.n, file.generation);
    const input = {
      ...{ filename: `${file.n}.txt`, contentType: 'text/plain', sizeBytes: bytes.byteLength, sha256: sha256(bytes) },
      idempotencyKey: `${file.n}/${file.generation}`,
    };
    const given = await ask(REQUEST, { input });
    if ('url' in given) file.ticket = given as Ticket;
  };
  const complete = async ({ n, generation, ticket }: (typeof files)[number]) => {
    if (!ticket) return;
    const done = (await ask(COMPLETE, { id: ticket.id })) as { readonly id?: string; readonly status?: string };
    if (done.status === 'READY' && done.id) ready.set(done.id, sha256(bytesOf(n, generation)));
  };
  const remove = async (file: (typeof files)[number]) => {
    const id = file.ticket?.id;
    if (id === undefined) return;
    // From here on it may be gone, whether the answer comes or not; what comes next is another file.
    ready.delete(id);
    Object.assign(file, { ticket: undefined, generation: file.generation + 1 });
    await ask(DELETE, { id, forever: true });
  };
  const acts: Readonly<Record<Act, (file: (typeof files)[number]) => Promise<unknown>>> = {
    request,
    put: async ({ n, generation, ticket }) => ticket && put(ticket, bytesOf(n, generation)),
    complete,
    trash: async ({ ticket }) => ticket && ask(DELETE, { id: ticket.id, forever: false }),
    restore: async ({ ticket }) => ticket && ask(RESTORE, { id: ticket.id }),
    delete: remove,
  };
  return {
    promised: { userId, ready },
    files: FILES,
    act: async (what: Act, n: number): Promise<unknown> => {
      const file = files[n % FILES];
      return file && acts[what](file);
    },
  };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function put({ url, headers }: Ticket, bytes: Buffer): Promise<void> {
  const response = await fetch(url, {
    method: 'PUT',
    headers: headers.map(({ name, value }) => [name, value] as [string, string]),
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(PUT_TIMEOUT_MS),
  });
  await response.body?.cancel();
}
