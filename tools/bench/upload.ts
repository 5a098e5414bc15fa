import { createHash, randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { quantile } from '../tidy/census.ts';
import type { Figure } from './main-job.ts';
import { newPerson } from './person.ts';
import type { Person } from './person.ts';

const UPLOAD_BYTES = 100_000_000;
/** As the studio sends them. */
const SENT_AT_ONCE = 4;
const ROUNDS = 5;

interface Ticket {
  readonly requestUpload: { readonly id: string; readonly partSizeBytes: number };
}

interface Header {
  readonly name: string;
  readonly value: string;
}

interface Signed {
  readonly signUploadParts: {
    readonly parts: readonly { readonly url: string; readonly headers: readonly Header[] }[];
  };
}

interface Part {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** 100 MB put straight into the embedded bucket, in parts as the studio sends them, beside the same bytes written and flushed to the same disk. */
export async function measureUpload({ port, dataDir }: { port: number; dataDir: string }): Promise<Figure[]> {
  const bytes = new Uint8Array(randomBytes(UPLOAD_BYTES));
  const person = await newPerson(port);
  const disk: number[] = [];
  const put: number[] = [];
  const whole: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    disk.push(await writeToDisk(join(dataDir, 'disk.bin'), bytes));
    const times = await uploadInParts(person, bytes);
    put.push(times.putMs);
    whole.push(times.totalMs);
  }
  const perSecond = (ms: readonly number[]) => UPLOAD_BYTES / 1e6 / (quantile([...ms], 0.5) / 1_000);
  return [
    { name: 'disk: write and fsync of 100 MB', value: perSecond(disk), unit: 'MB/s', goal: '' },
    { name: 'upload of 100 MB, bytes into the bucket', value: perSecond(put), unit: 'MB/s', goal: '≥ half the disk' },
    { name: 'upload of 100 MB, asked for until ready', value: quantile(whole, 0.5), unit: 'ms', goal: '' },
  ];
}

async function uploadInParts(person: Person, bytes: Uint8Array): Promise<{ putMs: number; totalMs: number }> {
  const sha256 = sha256Of(bytes);
  const startedAt = performance.now();
  const input = { filename: 'bench.bin', contentType: 'application/octet-stream', sizeBytes: bytes.length, sha256 };
  const { requestUpload: ticket } = await person.ask<Ticket>(
    'mutation($input: RequestUploadInput!) { requestUpload(input: $input) { ... on UploadTicket { id partSizeBytes } } }',
    { input },
  );
  const waiting = cut(bytes, ticket.partSizeBytes);
  const putAt = performance.now();
  const work = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) await putPart(person, ticket.id, part);
  };
  await Promise.all(Array.from({ length: SENT_AT_ONCE }, work));
  const putMs = performance.now() - putAt;
  await person.ask('mutation($id: ID!) { completeUpload(id: $id) { ... on Asset { status } } }', { id: ticket.id });
  return { putMs, totalMs: performance.now() - startedAt };
}

function cut(bytes: Uint8Array, partSizeBytes: number): Part[] {
  return Array.from({ length: Math.ceil(bytes.length / partSizeBytes) }, (_, i) => ({
    number: i + 1,
    bytes: bytes.subarray(i * partSizeBytes, (i + 1) * partSizeBytes),
  })).map((part) => ({ ...part, sha256: sha256Of(part.bytes) }));
}

async function putPart(person: Person, id: string, { number, bytes, sha256 }: Part): Promise<void> {
  const { signUploadParts: signed } = await person.ask<Signed>(
    'mutation($id: ID!, $parts: [UploadPartInput!]!) { signUploadParts(id: $id, parts: $parts) { ... on SignedUploadParts { parts { url headers { name value } } } } }',
    { id, parts: [{ number, sha256 }] },
  );
  const [ticket] = signed.parts;
  if (!ticket) throw new Error(`Part ${number} was not signed.`);
  await put({ ...ticket, bytes });
}

/** By node:http, which gives a buffer to the socket whole: fetch cuts it up and would be measured instead of the bucket. */
function put({ url, headers, bytes }: { url: string; headers: readonly Header[]; bytes: Uint8Array }): Promise<void> {
  const fields = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'PUT', headers: { ...fields, 'content-length': bytes.length } }, (answer) => {
      answer.resume();
      answer.on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`HTTP ${answer.statusCode}`))));
    });
    sent.on('error', reject);
    sent.end(bytes);
  });
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function writeToDisk(path: string, bytes: Uint8Array): Promise<number> {
  const startedAt = performance.now();
  const file = await open(path, 'w');
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
  return performance.now() - startedAt;
}
