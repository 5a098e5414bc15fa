import { join, resolve } from 'node:path';
import {
  apiVoices,
  createApiEar,
  createApiSpeaker,
  createConfinedSpeaker,
  createEditions,
  createHubWhisper,
  createOnnxSpeaker,
  createSpeakers,
  findOnnxRuntime,
  findOnnxVoices,
  findPocketsphinx,
  findWhisper,
  ONNX_RUNTIME_COMMAND,
  WHISPER_COMMAND,
  WHISPER_FILES,
} from '@modu/engine-speech';
import type { Ear, Speaker, Voice, VoiceEdition } from '@modu/engine-speech';
import type { SpeechSettings } from '../settings.ts';

/** What this worker says and hears with. */
export interface SpeechEngines {
  readonly speaker: Speaker;
  /** Besides those that come with the product. */
  readonly voices: readonly Voice[];
  readonly editionOf: (voice: Voice) => Promise<VoiceEdition>;
  readonly ears: readonly Ear[];
  /** What was wanted and can't be used, each in a sentence. */
  readonly faults: readonly string[];
}

/** What is there: espeak-ng and flite always, a service, voices or a model where they are set, pocketsphinx where it is installed. */
export function createSpeechEngines(settings: SpeechSettings): SpeechEngines {
  const { SPEECH_API_URL: speechUrl, SPEECH_API_KEY: speechKey, SPEECH_API_MODEL: model } = settings;
  const { TRANSCRIPTION_API_URL: hearingUrl, TRANSCRIPTION_API_KEY: hearingKey } = settings;
  const key = (apiKey: string | undefined) => (apiKey === undefined ? {} : { apiKey });
  const confined = createConfinedSpeaker();
  const api = speechUrl ? { API: createApiSpeaker({ baseUrl: speechUrl, model, ...key(speechKey) }) } : {};
  const service = hearingUrl
    ? [createApiEar({ baseUrl: hearingUrl, model: settings.TRANSCRIPTION_API_MODEL, ...key(hearingKey) })]
    : [];
  const neural = openVoices(settings);
  const local = openWhisper(settings);
  const installed = findPocketsphinx(settings.PATH);
  return {
    speaker: createSpeakers({ ESPEAK_NG: confined, FLITE: confined, ...neural.speakers, ...api }),
    voices: [
      ...neural.voices,
      ...(speechUrl ? apiVoices(settings.SPEECH_API_VOICES, settings.SPEECH_API_LICENCE) : []),
    ],
    editionOf: createEditions({ ...(neural.onnx ? { onnx: neural.onnx } : {}), apiModel: model }),
    ears: [...service, ...(local ? [local] : []), ...(installed ? [installed] : [])],
    faults: neural.faults,
  };
}

/** Whoever names a folder of voices wants them: one that is broken is left out and told, with none at all a worker does not start. */
function openVoices({ ONNX_VOICE_FOLDER: folder, ONNX_RUNTIME_FOLDER: runtimeFolder }: SpeechSettings) {
  if (!folder) return { speakers: {}, voices: [], faults: [], onnx: undefined };
  const { voices, faults } = findOnnxVoices(folder);
  if (voices.length === 0)
    throw new Error(
      `ONNX_VOICE_FOLDER has no voice: it needs <voice>.onnx and <voice>.onnx.json. ${faults.join('; ')}`,
    );
  const runtime = runtimeFolder ? findOnnxRuntime(runtimeFolder) : undefined;
  if (!runtime) throw new Error(`ONNX_RUNTIME_FOLDER needs what this installs there: ${ONNX_RUNTIME_COMMAND}`);
  return {
    speakers: { ONNX: createOnnxSpeaker({ voices, runtime }) },
    voices: voices.map(({ voice }) => voice),
    faults,
    onnx: { voices, runtime },
  };
}

/** Whoever names a model wants it: a worker that can't find it does not start without. A folder comes before the hub. */
function openWhisper(settings: SpeechSettings) {
  const { WHISPER_MODEL_FOLDER: modelFolder, WHISPER_RUNTIME_FOLDER: runtimeFolder } = settings;
  if (!modelFolder) return openHubWhisper(settings);
  const ear = runtimeFolder ? findWhisper({ modelFolder, runtimeFolder }) : undefined;
  if (ear) return ear;
  throw new Error(
    `WHISPER_MODEL_FOLDER needs ${WHISPER_FILES.join(', ')} in it, and WHISPER_RUNTIME_FOLDER what this installs there: ${WHISPER_COMMAND}`,
  );
}

const HUB_URL = 'https://huggingface.co';
const DATA_DIR = '.modu';

/** From the hub only where a model of it is named: nothing is fetched otherwise. */
function openHubWhisper(settings: SpeechSettings) {
  const {
    WHISPER_HUB_MODEL: model,
    WHISPER_HUB_URL: hubUrl = HUB_URL,
    WHISPER_RUNTIME_FOLDER: runtimeFolder,
  } = settings;
  if (!model) return undefined;
  const cacheFolder = resolve(settings.WHISPER_CACHE_FOLDER ?? join(settings.MODU_DATA_DIR ?? DATA_DIR, 'whisper'));
  const ear = runtimeFolder ? createHubWhisper({ model, hubUrl, cacheFolder, runtimeFolder }) : undefined;
  if (ear) return ear;
  throw new Error(
    `WHISPER_HUB_MODEL is a model's name as owner/name, and WHISPER_RUNTIME_FOLDER needs what this installs there: ${WHISPER_COMMAND}`,
  );
}
