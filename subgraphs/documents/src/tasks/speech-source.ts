import { canSay } from '@modu/engine-speech';
import type { Voice } from '@modu/engine-speech';
import { RunFailure } from '@modu/paid-work';
import type { Run } from '@modu/paid-work';
import type { SpeakJob } from '../contracts.ts';
import { chapterCharsMax, chapterLevelOf, chaptersOf } from '../domain/chapters.ts';
import type { TextChapter } from '../domain/chapters.ts';
import type { PlacedBlock } from '../domain/document.ts';
import { isBeyondQuote, priceOfSpeech } from '../domain/price.ts';
import type { NewClip } from '../store/clip-store.ts';
import type { DocumentStore } from '../store/document-store.ts';

/** What is to be said. */
export interface SpeechSource {
  readonly voice: Voice;
  readonly isText: boolean;
  readonly manner: Omit<NewClip, 'id' | 'ownerId' | 'jobId' | 'edition'>;
  /** Characters of a text, blocks of a document: what progress is counted in. */
  readonly size: number;
  chapters(): AsyncIterable<TextChapter>;
  /** @throws when it has grown beyond what was quoted for. */
  mustBePaid(quotedCredits: number): Promise<void>;
}

interface Tools {
  readonly documents: DocumentStore;
  readonly voices: readonly Voice[];
}

const BLOCKS_TAKEN = 200;

/** Looks up what a job is to say, and with which voice. */
export async function openSpeech({ documents, voices }: Tools, { ownerId }: Run, job: SpeakJob): Promise<SpeechSource> {
  const { text, documentId, title, language, rate, pitch, format } = job;
  const voice = voices.find(({ id }) => id === job.voice);
  // Another worker may have it: this one stands back.
  if (!voice) throw new RunFailure('VOICE_UNAVAILABLE', { retryable: true });
  const manner = { documentId, title, language, voice: voice.id, rate, pitch, format };
  if (text !== null) {
    const chapter = { number: 1, title, text, from: 1, to: text.length };
    const chapters = async function* () {
      yield await Promise.resolve(chapter);
    };
    return { voice, isText: true, manner, size: text.length, chapters, mustBePaid: () => Promise.resolve() };
  }
  const findSource = async () => {
    const [document] = await documents.find([documentId ?? ''], ownerId);
    if (document?.state !== 'READY') throw new RunFailure('SOURCE_GONE', { retryable: false });
    return document;
  };
  const document = await findSource();
  const level = chapterLevelOf((await documents.outlines([document.id])).flat());
  return {
    ...{ voice, isText: false, manner, size: Math.max(1, document.blockCount) },
    chapters: () =>
      chaptersOf(blocksOf(documents, document.id), {
        ...{ level, title: document.title, language },
        charsMax: chapterCharsMax(format),
        isSaid: (words) => canSay(voice, words),
      }),
    mustBePaid: async (quotedCredits) => {
      const { charCount } = await findSource();
      if (isBeyondQuote(priceOfSpeech(charCount), quotedCredits))
        throw new RunFailure('DOCUMENT_GREW', { retryable: false, cause: new Error(`${charCount} characters`) });
    },
  };
}

async function* blocksOf(documents: DocumentStore, documentId: string): AsyncGenerator<PlacedBlock> {
  for (let after = 0; ;) {
    const blocks = (await documents.blocks([{ documentId, after, take: BLOCKS_TAKEN }])).flat();
    yield* blocks;
    const last = blocks.at(-1);
    if (!last || blocks.length < BLOCKS_TAKEN) return;
    after = last.position;
  }
}
