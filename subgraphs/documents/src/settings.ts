import { LIBLOUIS_CHOICES } from '@modu/engine-braille';
import { tasksPace } from '@modu/jobs/contracts';
import { postgresUrl } from '@modu/settings';
import { z } from 'zod';

export const documentsSettings = z.object({
  DOCUMENTS_DATABASE_URL: postgresUrl,
  /** Which liblouis writes braille: the system's where it is found, only the npm build, or only the system's. */
  BRAILLE_LIBLOUIS: z.enum(LIBLOUIS_CHOICES).default('found'),
});

const words = z
  .string()
  .default('')
  .transform((list) =>
    list
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  );

/** Services that speak OpenAI's language of audio, by the worker's settings; none when there is no URL. */
const speechSettings = z.object({
  /** As `https://api.openai.com/v1`. */
  SPEECH_API_URL: z.url().optional(),
  SPEECH_API_KEY: z.string().optional(),
  SPEECH_API_MODEL: z.string().default('tts-1'),
  /** The names of its voices, divided by commas. */
  SPEECH_API_VOICES: words,
  SPEECH_API_LICENCE: z.string().default('of the service'),
  TRANSCRIPTION_API_URL: z.url().optional(),
  TRANSCRIPTION_API_KEY: z.string().optional(),
  TRANSCRIPTION_API_MODEL: z.string().default('whisper-1'),
  /** A Whisper model as transformers.js reads it, and the folder in whose `node_modules` transformers.js is installed. */
  WHISPER_MODEL_FOLDER: z.string().min(1).optional(),
  WHISPER_RUNTIME_FOLDER: z.string().min(1).optional(),
  /** A Whisper model of the hub, as `onnx-community/whisper-base_timestamped`: naming one allows the worker to fetch it there. */
  WHISPER_HUB_MODEL: z.string().min(1).optional(),
  /** As `https://huggingface.co`, which it is by default. */
  WHISPER_HUB_URL: z.url().optional(),
  /** Where models of the hub are kept; by default in the data directory. */
  WHISPER_CACHE_FOLDER: z.string().min(1).optional(),
  MODU_DATA_DIR: z.string().min(1).optional(),
  /** Voices in Piper's form, each `<voice>.onnx` with its `.onnx.json`, and the folder in whose `node_modules` onnxruntime is installed. */
  ONNX_VOICE_FOLDER: z.string().min(1).optional(),
  ONNX_RUNTIME_FOLDER: z.string().min(1).optional(),
  /** Where programs of the system lie, pocketsphinx among them. */
  PATH: z.string().default(''),
});
export type SpeechSettings = z.output<typeof speechSettings>;

export const documentsTasksSettings = documentsSettings.extend({
  ...speechSettings.shape,
  /** Where the task queue lies. */
  JOBS_DATABASE_URL: postgresUrl,
  TASKS_PACE: tasksPace,
  /** How many jobs of each kind this process runs at once. */
  DOCUMENTS_SLOTS: z.coerce.number().int().min(1).max(64).default(1),
});
