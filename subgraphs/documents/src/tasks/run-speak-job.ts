import type { Voice, VoiceEdition } from '@modu/engine-speech';
import { deriveId } from '@modu/ids';
import type { Logger } from '@modu/logger';
import { beginRun, endRun, ensureHold, parsePayload, RunFailure, sealRun, settleRun } from '@modu/paid-work';
import type { BillingClient, Run } from '@modu/paid-work';
import { speakJobSchema } from '../contracts.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { OfferStore } from '../store/offer-store.ts';
import { sayChapters, storeWhole } from './say-chapters.ts';
import type { SayTools } from './say-chapters.ts';
import { openSpeech } from './speech-source.ts';
import { isMade, leaveToOthers, workInParts } from './work-in-parts.ts';

/** What a run works with. */
export interface SpeakRunTools extends SayTools {
  readonly clients: SayTools['clients'] & { readonly billing: BillingClient };
  readonly documents: DocumentStore;
  readonly offers: Pick<OfferStore, 'current'>;
  readonly voices: readonly Voice[];
  readonly editionOf: (voice: Voice) => Promise<VoiceEdition>;
  readonly logger: Logger;
}

/** The clip that a job results in. */
export const clipIdOf = (jobId: string): string => deriveId('speech-clip', jobId);

/** Says a text or document chapter by chapter; what an earlier run of the job has said is not said again. */
export function createRunSpeakJob(tools: SpeakRunTools): (run: Run) => Promise<void> {
  return async (run) => {
    const { jobId, ownerId } = run;
    const id = clipIdOf(jobId);
    await leaveToOthers(() => isForOthers(tools, run));
    const begun = await beginRun(tools, run);
    await ensureHold(tools, run);
    const outcome = { resultType: 'SpeechClip', resultId: id };
    const stored = new Set<string>();
    const discard = async () => {
      for (const assetId of await tools.clips.files(id)) stored.add(assetId);
      for (const assetId of stored) await tools.clients.assets.deleteAsset(ownerId, assetId);
      await tools.clips.remove(id, ownerId);
    };
    const [known] = await tools.clips.find([id], ownerId);
    if (!isMade(known, begun)) {
      // From the file of the whole on the job may be sealed, and what there is paid for.
      if (!known?.assetId) await workInParts(run, { work: (onKept) => say(tools, run, { stored, onKept }), discard });
      await sealRun(tools, run, { outcome, discard });
      await tools.clips.finish(id);
    }
    const chargedCredits = await settleRun(tools, run);
    await endRun(tools, run, { chargedCredits, ...outcome });
    tools.logger.info({ jobId, clipId: id }, 'a text was said');
  };
}

/** Whether a voice is wanted that this worker lacks and another has. What is said already needs none. */
async function isForOthers(
  { clips, offers, voices }: SpeakRunTools,
  { jobId, ownerId, payload }: Run,
): Promise<boolean> {
  const { data: job } = speakJobSchema.safeParse(payload);
  if (!job || voices.some(({ id }) => id === job.voice)) return false;
  const [known] = await clips.find([clipIdOf(jobId)], ownerId);
  if (known?.assetId) return false;
  return (await offers.current()).voices.some(({ id }) => id === job.voice);
}

interface Saying {
  /** Told of each file at once, so that a cancel can delete it. */
  readonly stored: Set<string>;
  readonly onKept: () => void;
}

async function say(tools: SpeakRunTools, run: Run, { stored, onKept }: Saying): Promise<void> {
  const { jobId, ownerId } = run;
  const job = parsePayload(speakJobSchema, run.payload);
  const source = await openSpeech(tools, run, job);
  const edition = await tools.editionOf(source.voice);
  const clip = await tools.clips.begin({ id: clipIdOf(jobId), ownerId, jobId, edition, ...source.manner });
  if (!clip) throw new RunFailure('SOURCE_GONE', { retryable: false });
  const saying = { clip, edition, job, source, stored, onKept };
  await sayChapters(tools, run, saying);
  await storeWhole(tools, run, saying);
}
