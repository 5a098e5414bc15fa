import { join } from 'node:path';
import { SpeechError } from '../speech-error.ts';
import type { Ear } from './contract.ts';
import { fetchHubModel } from './fetch-hub-model.ts';
import type { HubModel } from './fetch-hub-model.ts';
import { BATCH_MS, findWhisper, hasWhisperRuntime, whisperTranscriber } from './whisper.ts';

export interface HubWhisperOptions extends Omit<HubModel, 'folder'> {
  /** Models are kept here, each in a folder of its name. */
  readonly cacheFolder: string;
  /** The folder in whose `node_modules` `@huggingface/transformers` is installed. */
  readonly runtimeFolder: string;
}

/** `owner/name`, as the hub names models; nothing that leads out of the folder they are kept in. */
const MODEL = /^[A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95}$/;

/**
 * Whisper out of a hub: its files are fetched with the first recording, by the worker itself, and heard with in a process without a network.
 * Undefined where the runtime is not there or the name is none of a model.
 */
export function createHubWhisper({ cacheFolder, runtimeFolder, ...hub }: HubWhisperOptions): Ear | undefined {
  if (!MODEL.test(hub.model) || hub.model.includes('..') || !hasWhisperRuntime(runtimeFolder)) return undefined;
  const folder = join(cacheFolder, hub.model);
  // Fetched once for all who wait; what failed is tried again with the next recording.
  let opening: Promise<void> | undefined;
  const fetched = (signal: AbortSignal) => {
    opening ??= fetchHubModel({ ...hub, folder }, signal).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  return {
    transcriber: whisperTranscriber(folder, !hub.model.endsWith('.en')),
    batchMsMax: BATCH_MS,
    listen: async (utterances, listening) => {
      await fetched(listening.signal);
      const ear = findWhisper({ modelFolder: folder, runtimeFolder });
      if (!ear) throw new SpeechError('UNAVAILABLE', `The files of ${hub.model} are gone from ${folder}.`);
      await ear.listen(utterances, listening);
    },
  };
}
