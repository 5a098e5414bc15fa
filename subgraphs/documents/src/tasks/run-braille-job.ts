import { brfPage, pagesPerVolume, pefPieces, unicodePage } from '@modu/engine-braille';
import type { BraillePage } from '@modu/engine-braille';
import { fileNameOf } from '@modu/file-names';
import { deriveId } from '@modu/ids';
import type { Logger } from '@modu/logger';
import { beginRun, endRun, ensureHold, parsePayload, RunFailure, sealRun, settleRun, storeFile } from '@modu/paid-work';
import type { AssetsClient, BillingClient, JobsClient, PutBytes, Run } from '@modu/paid-work';
import { brailleJobSchema } from '../contracts.ts';
import type { BrailleJob } from '../contracts.ts';
import type { Document } from '../domain/document.ts';
import { isSameEdition } from '../domain/edition.ts';
import { cellsCodeOf, filesOfRendition } from '../domain/rendition.ts';
import type { Rendition } from '../domain/rendition.ts';
import type { CellsDue, CellsStore } from '../store/cells-store.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { RenditionStore } from '../store/rendition-store.ts';
import { createBrailleBill } from './braille-bill.ts';
import type { BrailleBill } from './braille-bill.ts';
import type { BrailleMaker } from './braille-maker.ts';
import type { StepProgress } from './step-progress.ts';
import { isMade, mustKeep, workInParts } from './work-in-parts.ts';

/** What a run works with. */
export interface BrailleRunTools {
  readonly clients: { readonly jobs: JobsClient; readonly billing: BillingClient; readonly assets: AssetsClient };
  readonly documents: DocumentStore;
  readonly renditions: RenditionStore;
  readonly cells: CellsStore;
  readonly maker: BrailleMaker;
  readonly put: PutBytes;
  readonly progressOf: (run: Run) => StepProgress;
  readonly logger: Logger;
}

/** The rendition that a job results in. */
export const renditionIdOf = (jobId: string): string => deriveId('rendition', jobId);

const PAGES_TAKEN = 100;

/** Makes a document's braille page by page, then its files; what an earlier run of the job has kept is not kept again. */
export function createRunBrailleJob(tools: BrailleRunTools): (run: Run) => Promise<void> {
  return async (run) => {
    const { jobId, ownerId } = run;
    const begun = await beginRun(tools, run);
    await ensureHold(tools, run);
    const job = parsePayload(brailleJobSchema, run.payload);
    const id = renditionIdOf(jobId);
    const outcome = { resultType: 'BrailleRendition', resultId: id };
    const stored: string[] = [];
    const discard = async () => {
      const [left] = await tools.renditions.find([id], ownerId);
      for (const assetId of new Set([...stored, ...(left ? filesOfRendition(left) : [])]))
        await tools.clients.assets.deleteAsset(ownerId, assetId);
      await tools.renditions.remove(id, ownerId);
    };
    const [known] = await tools.renditions.find([id], ownerId);
    if (!isMade(known, begun)) {
      const work = async (onKept: () => void) => {
        const { due, ...made } = await makePages(tools, run, { job, onKept });
        return { ...(await storeFiles(tools, run, { ...made, stored })), due };
      };
      const made = await workInParts(run, { work, discard });
      await sealRun(tools, run, { outcome, discard });
      await tools.renditions.finish(id, made);
    }
    const chargedCredits = await settleRun(tools, run);
    // Not before: a job that is ready may yet fail, or cost nothing.
    if (chargedCredits > 0) await tools.renditions.pay(id, cellsCodeOf(job.code, job.setup));
    await endRun(tools, run, { chargedCredits, ...outcome });
    tools.logger.info({ jobId, renditionId: id }, 'a document was brailled');
  };
}

/** A document that is corrected while it is brailled is begun again so often; then the pages say what was read of it. */
const ROUNDS_MAX = 3;

async function makePages(
  tools: BrailleRunTools,
  run: Run,
  { job, onKept }: { readonly job: BrailleJob; readonly onKept: () => void },
): Promise<{ rendition: Rendition; document: Document; due: readonly CellsDue[] }> {
  const { documents, renditions } = tools;
  const { jobId, ownerId } = run;
  const findSource = async () => {
    const [document] = await documents.find([job.documentId], ownerId);
    if (document?.state !== 'READY') throw new RunFailure('SOURCE_GONE', { retryable: false });
    return document;
  };
  let document = await findSource();
  const { code, grade, setup } = job;
  const edition = tools.maker.editionOf(code);
  const begun = { id: renditionIdOf(jobId), documentId: document.id, ownerId, jobId, code, grade, setup, edition };
  let rendition = await renditions.begin({ ...begun, documentVersion: document.version });
  for (let round = 1; ; round += 1) {
    if (rendition.documentVersion !== document.version || !isSameEdition(rendition.edition, edition)) {
      const anew = { documentVersion: document.version, edition };
      await renditions.restart(rendition.id, anew);
      rendition = { ...rendition, ...anew, pageCount: 0, contentsPageCount: 0 };
    }
    const bill = createBrailleBill(run, { isAsQuoted: document.version === job.documentVersion });
    const kept = await layOut(tools, run, { rendition, document, bill, onKept });
    if (kept === 0) throw new RunFailure('DOCUMENT_WITHOUT_TEXT', { retryable: false });
    document = await findSource();
    if (document.version === rendition.documentVersion || round === ROUNDS_MAX)
      return { rendition, document, due: bill.due() };
  }
}

interface LayingOut extends Pick<Storing, 'rendition' | 'document'> {
  readonly bill: BrailleBill;
  readonly onKept: () => void;
}

/** @returns how many pages there are, without those of the contents. */
async function layOut(
  tools: BrailleRunTools,
  run: Run,
  { rendition, document, bill, onKept }: LayingOut,
): Promise<number> {
  const { renditions, cells, maker, progressOf } = tools;
  const { code, setup } = rendition;
  const cellsCode = cellsCodeOf(code, setup);
  const tellProgress = progressOf(run);
  const total = Math.max(1, document.blockCount);
  let kept = rendition.pageCount - rendition.contentsPageCount;
  tellProgress(0, total);
  await maker.make(
    { code, setup, language: document.language },
    {
      signal: run.signal,
      blocks: async (after, take) => {
        const blocks = await cells.list(document.id, { code: cellsCode, after, take });
        bill.add(blocks);
        tellProgress(Math.min(after, document.blockCount), total);
        return blocks;
      },
      onCells: (fresh) => cells.keep(document.id, cellsCode, fresh),
      onPages: async (pages, position) => {
        const fresh = pages.filter(({ number }) => number > kept);
        await mustKeep(tools, run, await renditions.keepPages(rendition.id, fresh));
        if (fresh.length > 0) onKept();
        kept += fresh.length;
        tellProgress(Math.min(position, document.blockCount), total);
      },
      onContents: async (pages) =>
        mustKeep(tools, run, await renditions.putContents(rendition.id, pages, pagesPerVolume(setup))),
    },
  );
  return kept;
}

async function* pagesOf({ renditions }: BrailleRunTools, renditionId: string): AsyncGenerator<BraillePage> {
  for (let after = 0; ;) {
    const pages = await renditions.sheets(renditionId, { after, take: PAGES_TAKEN });
    yield* pages;
    const last = pages.at(-1);
    if (!last) return;
    after = last.number;
  }
}

interface Storing {
  readonly rendition: Rendition;
  readonly document: Document;
  /** Told of each file at once, so that a cancel can delete it. */
  readonly stored: string[];
}

/** What is stored of a rendition. */
const FILES = {
  brfAssetId: { extension: 'brf', contentType: 'application/x-brf' },
  pefAssetId: { extension: 'pef', contentType: 'application/x-pef+xml' },
  unicodeAssetId: { extension: 'txt', contentType: 'text/plain' },
} as const;
const fileKeyOf = (jobId: string, contentType: string): string => `${jobId}:${contentType}`;

/** The keys under which the files of a rendition are stored. */
export const brailleFileKeys = (jobId: string): string[] =>
  Object.values(FILES).map(({ contentType }) => fileKeyOf(jobId, contentType));

async function storeFiles(tools: BrailleRunTools, run: Run, storing: Storing) {
  const { rendition, document } = storing;
  const pieces: string[] = [];
  const cells: string[] = [];
  for await (const page of pagesOf(tools, rendition.id)) {
    pieces.push(brfPage(page));
    cells.push(unicodePage(page));
  }
  const brfAssetId = await store(tools, run, { ...storing, file: 'brfAssetId', pieces });
  const date = rendition.createdAt.toISOString().slice(0, 10);
  const meta = {
    title: document.title,
    identifier: `urn:uuid:${rendition.id}`,
    language: document.language,
    date,
    creator: 'Modu Studio',
  };
  const pef: string[] = [];
  for await (const piece of pefPieces(pagesOf(tools, rendition.id), rendition.setup, meta)) pef.push(piece);
  const pefAssetId = await store(tools, run, { ...storing, file: 'pefAssetId', pieces: pef });
  const unicodeAssetId = await store(tools, run, { ...storing, file: 'unicodeAssetId', pieces: cells });
  return { brfAssetId, pefAssetId, unicodeAssetId };
}

interface StoredFile extends Storing {
  readonly file: keyof typeof FILES;
  readonly pieces: readonly string[];
}

async function store(
  { clients, put, renditions }: BrailleRunTools,
  { jobId, ownerId, attempt, signal }: Run,
  { rendition, document, stored, file, pieces }: StoredFile,
): Promise<string> {
  const { extension, contentType } = FILES[file];
  const assetId = await storeFile({
    ...{ assets: clients.assets, put, ownerId, attempt, signal },
    file: {
      filename: `${fileNameOf(document.title, { otherwise: 'braille' })}.${extension}`,
      contentType,
      bytes: Buffer.from(pieces.join('')),
      idempotencyKey: fileKeyOf(jobId, contentType),
    },
  });
  stored.push(assetId);
  await renditions.keepFiles(rendition.id, { [file]: assetId });
  // An earlier run stored another one, before the document was corrected.
  const earlier = rendition[file];
  if (earlier !== null && earlier !== assetId) await clients.assets.deleteAsset(ownerId, earlier);
  return assetId;
}
