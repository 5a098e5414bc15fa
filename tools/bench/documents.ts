import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makePdf } from '@modu/engine-reading/testing';
import { startHostProcess } from './host-process.ts';
import type { HostProcess } from './host-process.ts';
import type { Figure } from './main-job.ts';
import { newPerson, upload } from './person.ts';
import type { Person } from './person.ts';

const PORT = 4292;
const LOOK_EVERY_MS = 20;
/** Runs of each size; the figures are their medians. */
const ROUNDS = 4;
const LINES = 32;
const SENTENCE = '빛은 곧게 나아가다가 물체를 만나면 그 뒤에 그림자를 남긴다. 2024년 8월에는 ';

/** A book of Korean text: a heading on every tenth page, a running head, some 1 100 characters a page. */
function book(pageCount: number): Uint8Array<ArrayBuffer> {
  const pages = Array.from({ length: pageCount }, (_, page) => [
    { text: '빛과 그림자', x: 72, y: 800, size: 8, korean: true },
    ...(page % 10 === 0 ? [{ text: `${page / 10 + 1}장 빛`, x: 72, y: 760, size: 18, korean: true }] : []),
    ...Array.from({ length: LINES }, (_none, line) => ({
      ...{ text: `${SENTENCE}${page}`.slice(line % 7, 36 + (line % 7)), x: 72, y: 730 - line * 20 },
      ...{ size: 11, korean: true },
    })),
  ]);
  return new Uint8Array(makePdf(pages, { title: 'Light' }));
}

interface Timing {
  readonly firstMs: number;
  readonly allMs: number;
}

interface Seen {
  readonly status: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

const START = '{ __typename ... on Job { id } ... on Refusal { code message } }';
const JOB = 'query($id: ID!) { job(id: $id) { status startedAt finishedAt error { code } } }';

/** Has a job made and looks until it ends. `isSeen`: whether its first page is there. */
async function run(
  person: Person,
  { mutation, input, isSeen }: { mutation: string; input: object; isSeen: (id: string) => Promise<boolean> },
): Promise<Timing & { id: string }> {
  const type = mutation === 'readDocument' ? 'ReadDocumentInput' : 'BrailleDocumentInput';
  const made = await person.ask<Record<string, { id?: string; message?: string }>>(
    `mutation($input: ${type}!) { ${mutation}(input: $input) ${START} }`,
    { input },
  );
  const { id, message } = made[mutation] ?? {};
  if (!id) throw new Error(`${mutation}: ${message}`);
  let firstAt = 0;
  for (;;) {
    if (firstAt === 0 && (await isSeen(id))) firstAt = Date.now();
    const { job } = await person.ask<{ job: Seen }>(JOB, { id });
    if (job.status === 'COMPLETED') {
      const startedAt = Date.parse(job.startedAt ?? '');
      const allMs = Date.parse(job.finishedAt ?? '') - startedAt;
      return { id, firstMs: firstAt === 0 ? allMs : firstAt - startedAt, allMs };
    }
    if (job.status === 'FAILED') throw new Error(`${mutation} failed: ${JSON.stringify(job)}`);
    await sleep(LOOK_EVERY_MS);
  }
}

interface Documents {
  readonly documents: {
    readonly edges: readonly { readonly node: { readonly id: string; readonly partsRead: number } }[];
  };
}

async function newest(person: Person) {
  const query = '{ documents(first: 1) { edges { node { id partsRead } } } }';
  return (await person.ask<Documents>(query)).documents.edges[0]?.node;
}

async function readAndBraille(person: Person, pageCount: number): Promise<{ read: Timing; braille: Timing }> {
  const before = (await newest(person))?.id;
  const { id: assetId } = await upload(person, book(pageCount), {
    filename: 'light.pdf',
    contentType: 'application/pdf',
  });
  const isRead = async () => {
    const last = await newest(person);
    return last !== undefined && last.id !== before && last.partsRead > 0;
  };
  const read = await run(person, { mutation: 'readDocument', input: { assetId }, isSeen: isRead });
  const documentId = (await newest(person))?.id;
  const query = 'query($id: ID!) { document(id: $id) { renditions { pageCount } } }';
  const isBrailled = async () => {
    type Answer = { document: { renditions: { pageCount: number }[] } };
    const { document } = await person.ask<Answer>(query, { id: documentId });
    return (document.renditions[0]?.pageCount ?? 0) > 0;
  };
  const braille = await run(person, { mutation: 'brailleDocument', input: { documentId }, isSeen: isBrailled });
  return { read, braille };
}

/** The most that the whole product takes while `work` runs, above what it takes idle. */
async function peakMegabytes(host: HostProcess, work: Promise<unknown>): Promise<number> {
  const idle = host.memoryMegabytes();
  let peak = idle;
  const ended = work.then(() => true);
  while (!(await Promise.race([ended, sleep(250, false)]))) peak = Math.max(peak, host.memoryMegabytes());
  return peak - idle;
}

const median = (values: readonly number[]) => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

/** A 300-page PDF read and brailled as a person has it done, and what 1 000 pages take of memory. */
export async function benchDocuments(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'modu-bench-documents-'));
  const host = await startHostProcess({ port: PORT, dataDir });
  try {
    const rounds: Awaited<ReturnType<typeof readAndBraille>>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await readAndBraille(await newPerson(PORT), 300));
    const of = (pick: (one: (typeof rounds)[number]) => number) => median(rounds.map(pick));
    const memory = await peakMegabytes(host, readAndBraille(await newPerson(PORT), 1_000));
    return [
      { name: '300-page PDF read', value: of(({ read }) => read.allMs), unit: 'ms', goal: '≤ 20 000 ms' },
      {
        name: 'its first page seen, from the start of the job: the first document of this process',
        value: rounds[0]?.read.firstMs ?? 0,
        unit: 'ms',
        goal: '≤ 1 000 ms',
      },
      {
        name: 'its first page seen: documents after it',
        value: median(rounds.slice(1).map(({ read }) => read.firstMs)),
        unit: 'ms',
        goal: '≤ 1 000 ms',
      },
      { name: 'the same brailled', value: of(({ braille }) => braille.allMs), unit: 'ms', goal: '≤ 10 000 ms' },
      {
        name: 'its first braille page seen',
        value: of(({ braille }) => braille.firstMs),
        unit: 'ms',
        goal: '≤ 1 000 ms',
      },
      { name: '1 000 pages read and brailled, memory above idle (PSS)', value: memory, unit: 'MB', goal: '≤ 500 MB' },
    ];
  } finally {
    await host.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
