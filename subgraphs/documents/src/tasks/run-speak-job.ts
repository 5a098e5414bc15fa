import { fileTypeOf } from '@modu/engine-speech';
import type { Speaker, Voice } from '@modu/engine-speech';
import { deriveId } from '@modu/ids';
import type { Logger } from '@modu/logger';
import { beginRun, endRun, ensureHold, parsePayload, RunFailure, sealRun, settleRun, storeFile } from '@modu/paid-work';
import type { AssetsClient, BillingClient, JobsClient, PutBytes, Run } from '@modu/paid-work';
import { speakJobSchema } from '../contracts.ts';
import type { SpeakJob } from '../contracts.ts';
import { chapterFileName, clipFileName, filesOfClip, playlistOf } from '../domain/speech-clip.ts';
import type { SpeechClip } from '../domain/speech-clip.ts';
import type { TextChapter } from '../domain/chapters.ts';
import type { ClipStore } from '../store/clip-store.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { isForGood } from './is-for-good.ts';
import type { StepProgress } from './step-progress.ts';
import { openSpeech } from './speech-source.ts';
import type { SpeechSource } from './speech-source.ts';

/** What a run works with. */
export interface SpeakRunTools {
  readonly clients: { readonly jobs: JobsClient; readonly billing: BillingClient; readonly assets: AssetsClient };
  readonly documents: DocumentStore;
  readonly clips: ClipStore;
  readonly speaker: Speaker;
  readonly voices: readonly Voice[];
  readonly put: PutBytes;
  readonly progressOf: (run: Run) => StepProgress;
  readonly logger: Logger;
}

/** The clip that a job results in. */
export const clipIdOf = (jobId: string): string => deriveId('speech-clip', jobId);

/** Says a text or document chapter by chapter; what an earlier run of the job has said is not said again. */
export function createRunSpeakJob(tools: SpeakRunTools): (run: Run) => Promise<void> {
  return async (run) => {
    const { jobId, ownerId } = run;
    await beginRun(tools, run);
    await ensureHold(tools, run);
    const job = parsePayload(speakJobSchema, run.payload);
    const id = clipIdOf(jobId);
    const outcome = { resultType: 'SpeechClip', resultId: id };
    const stored = new Set<string>();
    const discard = async () => {
      const kept = filesOfClip((await tools.clips.find([id], ownerId))[0], await tools.clips.chapters([id]));
      for (const assetId of new Set([...stored, ...kept])) await tools.clients.assets.deleteAsset(ownerId, assetId);
      await tools.clips.remove(id, ownerId);
    };
    let assetId;
    try {
      const source = await openSpeech(tools, run, job);
      const clip = await tools.clips.begin({ id, ownerId, jobId, ...source.manner });
      if (!clip) throw new RunFailure('SOURCE_GONE', { retryable: false });
      await sayChapters(tools, run, { clip, job, source, stored });
      assetId = await storeWhole(tools, run, { clip, stored });
      await sealRun(tools, run, { outcome, discard });
    } catch (error) {
      if (isForGood(error, run.signal)) await discard();
      throw error;
    }
    await tools.clips.finish(id, assetId);
    const chargedCredits = await settleRun(tools, run);
    await endRun(tools, run, { chargedCredits, ...outcome });
    tools.logger.info({ jobId, clipId: id }, 'a text was said');
  };
}

interface Saying {
  readonly clip: SpeechClip;
  readonly job: SpeakJob;
  readonly source: SpeechSource;
  /** Told of each file at once, so that a cancel can delete it. */
  readonly stored: Set<string>;
}

async function sayChapters(tools: SpeakRunTools, run: Run, saying: Saying): Promise<void> {
  const { clip, source } = saying;
  const tellProgress = tools.progressOf(run);
  tellProgress(0, source.size);
  let kept = clip.chapterCount;
  for await (const chapter of source.chapters()) {
    if (chapter.number <= kept) continue;
    await sayChapter(tools, run, { ...saying, chapter, tellProgress });
    kept = chapter.number;
  }
  if (kept === 0) throw new RunFailure('DOCUMENT_WITHOUT_TEXT', { retryable: false });
}

async function sayChapter(
  tools: SpeakRunTools,
  run: Run,
  { clip, job, source, stored, chapter, tellProgress }: Saying & { chapter: TextChapter; tellProgress: StepProgress },
): Promise<void> {
  const { text, number, title, from, to } = chapter;
  const { rate, pitch, format } = job;
  const order = { text, language: source.manner.language, voice: source.voice, rate, pitch, format };
  const reach = source.isText ? text.length : to - from + 1;
  const onProgress = (said: number) => tellProgress(from - 1 + Math.floor((said / text.length) * reach), source.size);
  const { bytes, durationMs, words } = await tools.speaker.speak(order, { signal: run.signal, onProgress });
  const { contentType, extension } = fileTypeOf(format);
  const filename = source.isText ? clipFileName(title, extension) : chapterFileName(chapter, extension);
  const assetId = await store(tools, run, { filename, contentType, bytes, part: String(number) });
  stored.add(assetId);
  const keep = { clipId: clip.id, number, title, text, assetId, durationMs, words };
  if (!(await tools.clips.keepChapter(keep))) throw new RunFailure('SOURCE_GONE', { retryable: false });
}

/** What the whole is: the file of a text itself, the playlist of a document. */
async function storeWhole(tools: SpeakRunTools, run: Run, { clip, stored }: Pick<Saying, 'clip' | 'stored'>) {
  const chapters = await tools.clips.chapters([clip.id]);
  const [first] = chapters;
  if (clip.documentId === null && first) return first.assetId;
  const bytes = Buffer.from(playlistOf(clip.title, chapters, fileTypeOf(clip.format).extension));
  const filename = clipFileName(clip.title, 'm3u8');
  const assetId = await store(tools, run, { filename, contentType: 'audio/x-mpegurl', bytes, part: 'playlist' });
  stored.add(assetId);
  await tools.clips.keepWhole(clip.id, assetId);
  return assetId;
}

interface NamedFile {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly part: string;
}

function store({ clients, put }: SpeakRunTools, run: Run, { part, ...named }: NamedFile): Promise<string> {
  const { jobId, ownerId, attempt, signal } = run;
  const file = { ...named, idempotencyKey: `${jobId}:${part}` };
  return storeFile({ assets: clients.assets, put, file, ownerId, attempt, signal });
}
