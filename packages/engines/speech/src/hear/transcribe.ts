import { inWorkFolder } from '@modu/work-folders';
import { SpeechError } from '../speech-error.ts';
import type { Ear, OnHeard } from './contract.ts';
import { decodeRecording } from './decode-recording.ts';
import { utterancesOf } from './find-utterances.ts';

export interface HearOrder {
  /** The recording, in any usual form. */
  readonly path: string;
  /** BCP 47; null lets the engine find out. */
  readonly language: string | null;
  /** What lies before was heard by an earlier run. */
  readonly fromMs: number;
  readonly lengthMsMax: number;
}

export interface HearWatcher {
  readonly signal: AbortSignal;
  onLength(lengthMs: number): Promise<void>;
  readonly onHeard: OnHeard;
}

/** Writes a recording down: decoded apart, divided where nobody speaks, heard part by part. @throws SpeechError */
export function transcribe(ear: Ear, order: HearOrder, watcher: HearWatcher): Promise<void> {
  const { signal } = watcher;
  return inWorkFolder('recording', async (folder) => {
    const sound = await decodeRecording({ ...order, folder, signal });
    await watcher.onLength(sound.lengthMs);
    let [batches, heard] = [0, order.fromMs > 0 ? 1 : 0];
    const onHeard: OnHeard = async (segments, upToMs) => {
      heard += segments.length;
      await watcher.onHeard(segments, upToMs);
    };
    for await (const batch of utterancesOf(sound, { fromMs: order.fromMs, batchMsMax: ear.batchMsMax })) {
      signal.throwIfAborted();
      await ear.listen(batch, { language: order.language, signal, onHeard });
      batches += 1;
    }
    if (heard === 0) throw new SpeechError('NO_SPEECH', `Nothing was heard in ${batches} stretches.`);
  });
}
