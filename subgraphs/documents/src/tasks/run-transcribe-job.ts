import { transcribe } from '@modu/engine-speech';
import type { Ear, HeardSegment } from '@modu/engine-speech';
import { deriveId } from '@modu/ids';
import type { Logger } from '@modu/logger';
import { beginRun, endRun, ensureHold, parsePayload, RunFailure, sealRun, settleRun } from '@modu/paid-work';
import type { AssetsClient, BillingClient, JobsClient, Run } from '@modu/paid-work';
import { transcribeJobSchema } from '../contracts.ts';
import { titleOf } from '../domain/document.ts';
import { isBeyondQuote, priceOfHearing } from '../domain/price.ts';
import type { Transcript } from '../domain/transcript.ts';
import { RECORDING_BYTES_MAX, RECORDING_MS_MAX } from '../domain/transcribe-request.ts';
import type { OfferStore } from '../store/offer-store.ts';
import type { TranscriptStore } from '../store/transcript-store.ts';
import { withFile } from './fetch-file.ts';
import type { StepProgress } from './step-progress.ts';
import { isMade, leaveToOthers, mustKeep, workInParts } from './work-in-parts.ts';

/** What a run works with. */
export interface TranscribeRunTools {
  readonly clients: { readonly jobs: JobsClient; readonly billing: BillingClient; readonly assets: AssetsClient };
  readonly transcripts: TranscriptStore;
  readonly offers: Pick<OfferStore, 'current'>;
  readonly ears: readonly Ear[];
  readonly progressOf: (run: Run) => StepProgress;
  readonly logger: Logger;
}

/** The transcript that a job results in. */
export const transcriptIdOf = (jobId: string): string => deriveId('transcript', jobId);

/** Writes a recording down stretch by stretch; what an earlier run of the job has heard is not heard again. */
export function createRunTranscribeJob(tools: TranscribeRunTools): (run: Run) => Promise<void> {
  return async (run) => {
    const { jobId, ownerId } = run;
    const id = transcriptIdOf(jobId);
    await leaveToOthers(() => isForOthers(tools, run));
    const begun = await beginRun(tools, run);
    await ensureHold(tools, run);
    const outcome = { resultType: 'Transcript', resultId: id };
    const discard = async () => void (await tools.transcripts.remove(id, ownerId));
    const [known] = await tools.transcripts.find([id], ownerId);
    if (!isMade(known, begun)) {
      // What was heard to its end may be sealed, and paid for.
      if (!isHeard(known)) await workInParts(run, { work: (onKept) => hear(tools, run, onKept), discard });
      await sealRun(tools, run, { outcome, discard });
      await tools.transcripts.finish(id);
    }
    const chargedCredits = await settleRun(tools, run, await priceOf(tools, run));
    await endRun(tools, run, { chargedCredits, ...outcome });
    tools.logger.info({ jobId, transcriptId: id }, 'a recording was written down');
  };
}

/** What its true length costs, where that is less than what was quoted for a length that was guessed. */
async function priceOf({ transcripts }: TranscribeRunTools, { payload, quotedCredits }: Run): Promise<number> {
  const { assetId } = parsePayload(transcribeJobSchema, payload);
  const lengthMs = await transcripts.knownLength(assetId);
  return lengthMs === undefined ? quotedCredits : Math.min(quotedCredits, priceOfHearing(lengthMs).credits);
}

const isHeard = (known: Transcript | undefined): boolean =>
  known !== undefined && known.lengthMs > 0 && known.heardMs === known.lengthMs;

/** Whether an ear is wanted that this worker lacks and another has. What was heard to its end needs none. */
async function isForOthers(
  { transcripts, offers, ears }: TranscribeRunTools,
  { jobId, ownerId, payload }: Run,
): Promise<boolean> {
  const { data: job } = transcribeJobSchema.safeParse(payload);
  if (!job || ears.some(({ transcriber }) => transcriber.id === job.transcriber)) return false;
  const [known] = await transcripts.find([transcriptIdOf(jobId)], ownerId);
  if (isHeard(known)) return false;
  return (await offers.current()).transcribers.some(({ id }) => id === job.transcriber);
}

async function hear(tools: TranscribeRunTools, run: Run, onKept: () => void): Promise<void> {
  const { transcripts, ears, clients, progressOf } = tools;
  const { jobId, ownerId, signal } = run;
  const { assetId, filename, language, transcriber } = parsePayload(transcribeJobSchema, run.payload);
  const ear = ears.find((one) => one.transcriber.id === transcriber);
  // One may be there again soon.
  if (!ear) throw new RunFailure('TRANSCRIBER_UNAVAILABLE', { retryable: true });
  const title = titleOf(null, filename);
  const id = transcriptIdOf(jobId);
  const begun = await transcripts.begin({ id, ownerId, jobId, assetId, title, language, transcriber });
  const tellProgress = progressOf(run);
  let [heardMs, lengthMs] = [begun.heardMs, begun.lengthMs];
  const seconds = (ms: number) => Math.ceil(ms / 1000);
  const onLength = async (found: number) => {
    lengthMs = found;
    await transcripts.setLength(id, found);
    // The price was told by what the file says of itself.
    if (isBeyondQuote(priceOfHearing(found), run.quotedCredits))
      throw new RunFailure('RECORDING_LONGER', { retryable: false, cause: new Error(`It lasts ${found} ms.`) });
    tellProgress(seconds(heardMs), seconds(found));
  };
  const onHeard = async (segments: readonly HeardSegment[], upToMs: number) => {
    await mustKeep(tools, run, await transcripts.keep(id, { segments, fromMs: heardMs, upToMs }));
    onKept();
    heardMs = upToMs;
    tellProgress(Math.min(seconds(upToMs), seconds(lengthMs)), seconds(lengthMs));
  };
  await withFile(clients.assets, { ownerId, assetId, sizeBytesMax: RECORDING_BYTES_MAX, signal }, (path) => {
    const order = { path, language, fromMs: heardMs, lengthMsMax: RECORDING_MS_MAX };
    return transcribe(ear, order, { signal, onLength, onHeard });
  });
  await transcripts.setHeard(id);
}
