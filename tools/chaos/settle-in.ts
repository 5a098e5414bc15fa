import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createId } from '@modu/ids';
import type { UserViewer } from '@modu/viewer';
import type { Cluster } from './cluster.ts';

/** What a person has before a storm begins. */
export interface Belongings {
  readonly assetId: string;
  readonly documentId: string;
}

const CHAPTERS = 3;
const PARAGRAPHS = 6;
const SETTLE_TIMEOUT_MS = 60_000;
const LOOK_EVERY_MS = 200;

/** A small book of a person's own, so that nobody's file is like another's. */
const book = (userId: string): string =>
  Array.from({ length: CHAPTERS }, (_, chapter) =>
    [
      `# Chapter ${chapter + 1}`,
      ...Array.from({ length: PARAGRAPHS }, (_none, n) => `${userId} saw ${n + 2} ships.`),
    ].join('\n\n'),
  ).join('\n\n');

const REQUEST = `mutation ($input: RequestUploadInput!) {
  requestUpload(input: $input) { ... on UploadTicket { id url headers { name value } } }
}`;
const COMPLETE = 'mutation ($id: ID!) { completeUpload(id: $id) { ... on Asset { status } } }';
const READ = 'mutation ($input: ReadDocumentInput!) { readDocument(input: $input) { ... on Job { id } } }';
const DOCUMENTS = '{ documents(first: 1) { edges { node { id state } } } }';

interface Ticket {
  readonly id: string;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/** While all is calm a person stores a file and has it read. */
export async function settleIn({ ask }: Cluster, viewer: UserViewer): Promise<Belongings> {
  const bytes = Buffer.from(book(viewer.userId));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const input = { filename: 'ships.md', contentType: 'text/markdown', sizeBytes: bytes.byteLength, sha256 };
  const asked = await ask({ subgraph: 'assets', query: REQUEST, variables: { input }, viewer });
  const ticket = asked['requestUpload'] as Ticket;
  const headers = Object.fromEntries(ticket.headers.map(({ name, value }) => [name, value]));
  const put = await fetch(ticket.url, { method: 'PUT', headers, body: bytes });
  if (!put.ok) throw new Error(`The bucket answered ${put.status}.`);
  await ask({ subgraph: 'assets', query: COMPLETE, variables: { id: ticket.id }, viewer });

  const read = { assetId: ticket.id, idempotencyKey: createId() };
  await ask({ subgraph: 'documents', query: READ, variables: { input: read }, viewer });
  const deadline = performance.now() + SETTLE_TIMEOUT_MS;
  while (performance.now() < deadline) {
    const { documents } = await ask({ subgraph: 'documents', query: DOCUMENTS, variables: {}, viewer });
    const [edge] = (documents as { edges: { node: { id: string; state: string } }[] }).edges;
    if (edge?.node.state === 'READY') return { assetId: ticket.id, documentId: edge.node.id };
    await delay(LOOK_EVERY_MS);
  }
  throw new Error('The first document was not read while all was calm.');
}
