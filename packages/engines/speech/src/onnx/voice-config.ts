import { z } from 'zod';
import { ESPEAK_VOICES } from '../voices/espeak-voices.ts';
import type { PhonemeIds } from './phoneme-ids.ts';

/** What MP3 and Opus are written from. */
const SAMPLE_RATES = [8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000];
const MARKS_NEEDED = ['_', '^', '$'];

const phonemeId = z.int().min(0).max(65_535);
const word = z.string().max(100);

/** `<voice>.onnx.json` as Piper publishes it; what is not used here may hold anything. */
const configFile = z.object({
  audio: z.object({ sample_rate: z.int(), quality: word.optional() }),
  espeak: z.object({ voice: word }),
  // Some published voices have it as their trainer's own name of it, es_MX-ald-medium for one.
  phoneme_type: z
    .literal(['espeak', 'PhonemeType.ESPEAK'], { error: 'only phonemes of espeak-ng are made here' })
    .default('espeak'),
  phoneme_id_map: z.record(z.string(), z.array(phonemeId).min(1).max(8)),
  phoneme_map: z.record(z.string(), z.array(z.string()).max(8)).default({}),
  inference: z
    .object({
      noise_scale: z.number().min(0).max(2).default(0.667),
      length_scale: z.number().min(0.1).max(10).default(1),
      noise_w: z.number().min(0).max(2).default(0.8),
    })
    .default({ noise_scale: 0.667, length_scale: 1, noise_w: 0.8 }),
  num_symbols: z.int().min(1).optional(),
  num_speakers: z.int().min(1).max(10_000).default(1),
  speaker_id_map: z.record(word, z.int().min(0)).default({}),
  language: z.object({ code: word.optional() }).optional(),
  dataset: word.optional(),
});
type ConfigFile = z.output<typeof configFile>;

/** How a voice wants to be spoken with. */
export interface VoiceConfig {
  readonly sampleRate: number;
  /** As espeak-ng calls it. */
  readonly espeakVoice: string;
  /** BCP 47. */
  readonly language: string;
  readonly name: string;
  readonly phonemeIds: PhonemeIds;
  readonly noiseScale: number;
  readonly lengthScale: number;
  readonly noiseW: number;
  /** Name and number of each, by number; one without a name where the model has one alone. */
  readonly speakers: readonly { readonly name: string | null; readonly id: number }[];
}

/** Reads what lies beside a model; a sentence says what is wrong with it. */
export function readVoiceConfig(json: string, fileName: string): VoiceConfig | string {
  const { data: file, error } = configFile.safeParse(parseJson(json));
  if (!file) return `its .json is not that of a Piper voice: ${issueOf(error)}`;
  const wrong = faultOf(file);
  if (wrong) return wrong;
  const espeak = findEspeak(file.espeak.voice);
  if (!espeak) return `espeak-ng has no voice ${file.espeak.voice} here`;
  const { audio, inference, dataset, language } = file;
  const quality = audio.quality ? ` (${audio.quality})` : '';
  return {
    sampleRate: audio.sample_rate,
    espeakVoice: espeak.own,
    language: canonical(language?.code) ?? espeak.language,
    name: dataset ? `${dataset}${quality}` : fileName,
    phonemeIds: {
      ids: new Map(Object.entries(file.phoneme_id_map)),
      replaced: new Map(Object.entries(file.phoneme_map)),
    },
    ...{ noiseScale: inference.noise_scale, lengthScale: inference.length_scale, noiseW: inference.noise_w },
    speakers: speakersOf(file),
  };
}

function faultOf({ audio, phoneme_id_map: map, num_symbols: symbols, ...file }: ConfigFile): string | undefined {
  if (!SAMPLE_RATES.includes(audio.sample_rate)) return `no file is written at ${audio.sample_rate} Hz`;
  const missing = MARKS_NEEDED.filter((mark) => !Object.hasOwn(map, mark));
  if (missing.length > 0) return `its phoneme_id_map lacks ${missing.join(' ')}`;
  const long = Object.keys(map).find((phoneme) => [...phoneme].length !== 1);
  if (long !== undefined) return `its phoneme_id_map has ${JSON.stringify(long)}, which is not one character`;
  if (symbols !== undefined && Object.values(map).some((ids) => ids.some((id) => id >= symbols)))
    return `its phoneme_id_map goes beyond its ${symbols} symbols`;
  if (Object.values(file.speaker_id_map).some((id) => id >= file.num_speakers))
    return `its speaker_id_map goes beyond its ${file.num_speakers} speakers`;
  return undefined;
}

function speakersOf({ num_speakers: count, speaker_id_map: named }: ConfigFile): VoiceConfig['speakers'] {
  if (count === 1) return [{ name: null, id: 0 }];
  const names = new Map(Object.entries(named).map(([name, id]) => [id, name]));
  return Array.from({ length: count }, (_, id) => ({ name: names.get(id) ?? String(id), id }));
}

/** By its own name, whatever the letters' case, else by the language: espeak-ng was told apart otherwise when some voices were trained. */
function findEspeak(voice: string): { readonly own: string; readonly language: string } | undefined {
  const wanted = voice.toLowerCase();
  const named = ESPEAK_VOICES.map(({ id, language }) => ({
    own: id.slice(id.indexOf(':') + 1),
    language: language ?? '',
  }));
  return (
    named.find(({ own }) => own.toLowerCase() === wanted) ??
    named.find(({ language }) => language.toLowerCase() === wanted)
  );
}

function canonical(code: string | undefined): string | undefined {
  try {
    return code && Intl.getCanonicalLocales(code.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function issueOf(error: z.ZodError): string {
  const [first] = error.issues;
  return first ? [first.path.join('.'), first.message].filter(Boolean).join(': ') : '';
}
