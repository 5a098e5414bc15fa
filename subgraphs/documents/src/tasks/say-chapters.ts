import { fileTypeOf } from '@modu/engine-speech';
import type { Speaker } from '@modu/engine-speech';
import { RunFailure, storeFile } from '@modu/paid-work';
import type { AssetsClient, JobsClient, PutBytes, Run, StoredStep } from '@modu/paid-work';
import type { SpeakJob } from '../contracts.ts';
import type { TextChapter } from '../domain/chapters.ts';
import { isSameEdition } from '../domain/edition.ts';
import type { EngineEdition } from '../domain/edition.ts';
import { chapterFileName, clipFileName, playlistOf } from '../domain/speech-clip.ts';
import type { ChapterHead, SpeechClip } from '../domain/speech-clip.ts';
import type { ClipStore } from '../store/clip-store.ts';
import type { StepProgress } from './step-progress.ts';
import type { SpeechSource } from './speech-source.ts';
import { mustKeep } from './work-in-parts.ts';

interface Saying {
  readonly clip: SpeechClip;
  /** Of what says it now. */
  readonly edition: EngineEdition;
  readonly job: SpeakJob;
  readonly source: SpeechSource;
  /** Told of each file at once, so that a cancel can delete it. */
  readonly stored: Set<string>;
  readonly onKept: () => void;
}

/** What says, stores and keeps. */
export interface SayTools {
  readonly clients: { readonly jobs: JobsClient; readonly assets: AssetsClient };
  readonly clips: ClipStore;
  readonly speaker: Speaker;
  readonly put: PutBytes;
  readonly progressOf: (run: Run) => StepProgress;
}

/**
 * Says what is not said yet. Chapters of an earlier run stay as far as they say what the document says now; from the first
 * that was corrected since on they are said anew, and all of them by another edition of the engine.
 */
export async function sayChapters(tools: SayTools, run: Run, saying: Saying): Promise<void> {
  const { clip, source, edition } = saying;
  const isAnew = !isSameEdition(clip.edition, edition);
  if (isAnew && clip.chapterCount > 0) await dropChapters(tools, run, { clip, from: 1 });
  if (isAnew) await tools.clips.keepEdition(clip.id, edition);
  const tellProgress = tools.progressOf(run);
  tellProgress(0, source.size);
  let [kept, last] = [isAnew ? 0 : clip.chapterCount, 0];
  for await (const chapter of source.chapters()) {
    last = chapter.number;
    if (last <= kept && (await tools.clips.hasChapter(clip.id, chapter))) continue;
    if (last <= kept) await dropChapters(tools, run, { clip, from: last });
    await source.mustBePaid(run.quotedCredits);
    await sayChapter(tools, run, { ...saying, chapter, tellProgress });
    kept = last;
  }
  if (last === 0) throw new RunFailure('DOCUMENT_WITHOUT_TEXT', { retryable: false });
  if (kept > last) await dropChapters(tools, run, { clip, from: last + 1 });
}

async function dropChapters(
  { clients, clips }: SayTools,
  { ownerId }: Run,
  { clip, from }: { readonly clip: SpeechClip; readonly from: number },
): Promise<void> {
  for (const assetId of await clips.dropChapters(clip.id, from)) await clients.assets.deleteAsset(ownerId, assetId);
}

async function sayChapter(
  tools: SayTools,
  run: Run,
  saying: Saying & { readonly chapter: TextChapter; readonly tellProgress: StepProgress },
): Promise<void> {
  const { clip, job, source, chapter, tellProgress, onKept } = saying;
  const { text, number, title, from, to } = chapter;
  const { rate, pitch, format } = job;
  const order = { text, language: source.manner.language, voice: source.voice, rate, pitch, format };
  const reach = source.isText ? text.length : to - from + 1;
  const onProgress = (said: number) => tellProgress(from - 1 + Math.floor((said / text.length) * reach), source.size);
  const { bytes, durationMs, words } = await tools.speaker.speak(order, { signal: run.signal, onProgress });
  const { contentType, extension } = fileTypeOf(format);
  const filename = source.isText ? clipFileName(title, extension) : chapterFileName(chapter, extension);
  const assetId = await store(tools, run, { ...saying, filename, contentType, bytes, part: String(number) });
  const keep = { clipId: clip.id, number, title, text, assetId, durationMs, words };
  await mustKeep(tools, run, await tools.clips.keepChapter(keep));
  onKept();
}

/** What the whole is: the file of a text itself, the playlist of a document. Files that are no part of it go. */
export async function storeWhole(tools: SayTools, run: Run, saying: Pick<Saying, 'clip' | 'stored'>): Promise<void> {
  const { clip } = saying;
  const chapters = await tools.clips.chapters([clip.id]);
  const [first] = chapters;
  const isText = clip.documentId === null;
  const assetId = isText && first ? first.assetId : await storePlaylist(tools, run, { ...saying, chapters });
  await tools.clips.keepWhole(clip.id, assetId);
  for (const stray of await tools.clips.strayFiles(clip.id)) await tools.clients.assets.deleteAsset(run.ownerId, stray);
}

function storePlaylist(
  tools: SayTools,
  run: Run,
  { chapters, ...saying }: Pick<Saying, 'clip' | 'stored'> & { readonly chapters: readonly ChapterHead[] },
): Promise<string> {
  const { title, format } = saying.clip;
  const bytes = Buffer.from(playlistOf(title, chapters, fileTypeOf(format).extension));
  const filename = clipFileName(title, 'm3u8');
  return store(tools, run, { ...saying, filename, contentType: 'audio/x-mpegurl', bytes, part: 'playlist' });
}

interface NamedFile extends Pick<Saying, 'clip' | 'stored'> {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly part: string;
}

/** The file is noted before its bytes go, so that it can be found should this run die before it keeps it. */
function store({ clients, clips, put }: SayTools, run: Run, named: NamedFile): Promise<string> {
  const { jobId, ownerId, attempt, signal } = run;
  const { clip, stored, part, filename, contentType, bytes } = named;
  const file = { filename, contentType, bytes, idempotencyKey: `${jobId}:${part}` };
  const onStep = async (step: StoredStep, assetId: string) => {
    stored.add(assetId);
    if (step !== 'requested' || (await clips.noteFile(clip.id, assetId))) return;
    throw new RunFailure('SOURCE_GONE', { retryable: false });
  };
  return storeFile({ assets: clients.assets, put, file, ownerId, attempt, signal, onStep });
}
