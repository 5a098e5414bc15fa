import { transcribe } from '@modu/engine-speech';
import type { Ear } from '@modu/engine-speech';
import { deriveId } from '@modu/ids';
import type { Logger } from '@modu/logger';
import { beginRun, endRun, ensureHold, parsePayload, RunFailure, sealRun, settleRun } from '@modu/paid-work';
import type { AssetsClient, BillingClient, JobsClient, Run } from '@modu/paid-work';
import { transcribeJobSchema } from '../contracts.ts';
import type { TranscribeJob } from '../contracts.ts';
import { titleOf } from '../domain/document.ts';
import { RECORDING_BYTES_MAX, RECORDING_MS_MAX } from '../domain/transcribe-request.ts';
import type { TranscriptStore } from '../store/transcript-store.ts';
import { withFile } from './fetch-file.ts';
import { isForGood } from './is-for-good.ts';
import type { StepProgress } from './step-progress.ts';

/** What a run works with. */
export interface TranscribeRunTools {
  readonly clients: { readonly jobs: JobsClient; readonly billing: BillingClient; readonly assets: AssetsClient };
  readonly transcripts: TranscriptStore;
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
    await beginRun(tools, run);
    await ensureHold(tools, run);
    const job = parsePayload(transcribeJobSchema, run.payload);
    const id = transcriptIdOf(jobId);
    const outcome = { resultType: 'Transcript', resultId: id };
    const discard = async () => void (await tools.transcripts.remove(id, ownerId));
    try {
      await hear(tools, run, job);
      await sealRun(tools, run, { outcome, discard });
    } catch (error) {
      if (isForGood(error, run.signal)) await discard();
      throw error;
    }
    await tools.transcripts.finish(id);
    const chargedCredits = await settleRun(tools, run);
    await endRun(tools, run, { chargedCredits, ...outcome });
    tools.logger.info({ jobId, transcriptId: id }, 'a recording was written down');
  };
}

async function hear(tools: TranscribeRunTools, run: Run, job: TranscribeJob): Promise<void> {
  const { transcripts, ears, clients, progressOf } = tools;
  const { jobId, ownerId, signal } = run;
  const { assetId, filename, language } = job;
  const ear = ears.find(({ transcriber }) => transcriber.id === job.transcriber);
  // Another worker may have it: this one stands back.
  if (!ear) throw new RunFailure('TRANSCRIBER_UNAVAILABLE', { retryable: true });
  const title = titleOf(null, filename);
  const id = transcriptIdOf(jobId);
  const begun = await transcripts.begin({ id, ownerId, jobId, assetId, title, language, transcriber: job.transcriber });
  if (begun.state === 'READY') return;
  const tellProgress = progressOf(run);
  let [heardMs, lengthMs] = [begun.heardMs, begun.lengthMs];
  const seconds = (ms: number) => Math.ceil(ms / 1000);
  await withFile(clients.assets, { ownerId, assetId, sizeBytesMax: RECORDING_BYTES_MAX, signal }, (path) =>
    transcribe(
      ear,
      { path, language, fromMs: heardMs, lengthMsMax: RECORDING_MS_MAX },
      {
        signal,
        onLength: async (found) => {
          lengthMs = found;
          await transcripts.setLength(id, found);
          tellProgress(seconds(heardMs), seconds(found));
        },
        onHeard: async (segments, upToMs) => {
          if (!(await transcripts.keep(id, { segments, fromMs: heardMs, upToMs })))
            throw new RunFailure('SOURCE_GONE', { retryable: false });
          heardMs = upToMs;
          tellProgress(Math.min(seconds(upToMs), seconds(lengthMs)), seconds(lengthMs));
        },
      },
    ),
  );
}
