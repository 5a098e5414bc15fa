import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { idsOf, phonemesOf } from '../onnx/phoneme-ids.ts';
import { voicedSpans } from '../sound/voiced.ts';
import { SpeechError } from '../speech-error.ts';
import { tokensOf } from '../text/tokens.ts';
import { fromVoice } from '../text/word-times.ts';
import { startEspeak } from './espeak.ts';
import type { ChildOrder, OnnxMaker, SayPiece } from './messages.ts';

/** What is used of onnxruntime, as its documentation has it. */
interface Runtime {
  readonly env: { readonly wasm?: { numThreads?: number } };
  readonly Tensor: new (
    type: 'int64' | 'float32',
    values: BigInt64Array | Float32Array,
    shape: readonly number[],
  ) => Tensor;
  readonly InferenceSession: { create(model: Uint8Array, options: object): Promise<Session> };
}

interface Tensor {
  readonly data: unknown;
}

interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
}

const INPUTS = ['input', 'input_lengths', 'scales'];
const SPEAKER_INPUT = 'sid';
const THREADS_MAX = 4;
/** A sentence of the longest that are given lasts well under a minute. */
const SENTENCE_SECONDS_MAX = 300;
/** Quieter than this it is silence, and stays so. */
const PEAK_MIN = 0.01;

/** As Piper opens its models: arranging their graph anew takes longer than it saves. */
const SESSION = { graphOptimizationLevel: 'disabled', enableCpuMemArena: false, enableMemPattern: false };

/** Opens a voice in Piper's form. What espeak-ng tells of a sentence is said by the model. */
export async function openOnnx(maker: OnnxMaker, manner: Pick<ChildOrder, 'rate' | 'language'>): Promise<SayPiece> {
  const { sampleRate, espeakVoice, phonemeIds } = maker.config;
  const runtime = loadRuntime(maker);
  const [espeak, session] = [await startEspeak(espeakVoice), await openSession(runtime, maker)];
  // It reads markup, in which "<" begins a tag; nothing is said of that sign either way.
  const ipaOf = (words: string) => espeak.synthesize_ipa(words.replaceAll('<', ' ')).ipa;
  return async (text) => {
    const ids = idsOf(phonemesOf(text, ipaOf), phonemeIds);
    if (ids.length === 0) return { samples: new Int16Array(), sampleRate, words: [] };
    const sound = {
      samples: toSamples(await run(session, feedsOf(runtime, maker, { ids, ...manner })), sampleRate),
      sampleRate,
    };
    return { ...sound, words: fromVoice(text, tokensOf(text, manner.language), voicedSpans(sound)) };
  };
}

function loadRuntime({ runtime: { modules, name } }: OnnxMaker): Runtime {
  try {
    const runtime = createRequire(join(modules, name, 'package.json'))(name) as Runtime;
    // It starts no threads here.
    if (name === 'onnxruntime-web' && runtime.env.wasm) runtime.env.wasm.numThreads = 1;
    return runtime;
  } catch (error) {
    throw new SpeechError('UNAVAILABLE', `${name} can't be loaded: ${String(error).slice(0, 300)}`);
  }
}

async function openSession(runtime: Runtime, { model, config, runtime: { name } }: OnnxMaker): Promise<Session> {
  const threads =
    name === 'onnxruntime-node' ? { intraOpNumThreads: Math.min(THREADS_MAX, availableParallelism()) } : {};
  const open = async () => runtime.InferenceSession.create(readFileSync(model), { ...SESSION, ...threads });
  const session = await open().catch(damaged);
  const names = new Set(session.inputNames);
  const fits = INPUTS.every((one) => names.delete(one)) && [...names].every((one) => one === SPEAKER_INPUT);
  const canChoose = names.has(SPEAKER_INPUT) || config.speakers.length === 1;
  if (fits && canChoose && session.outputNames.length > 0) return session;
  throw new SpeechError('VOICE_DAMAGED', `The model is none of Piper's: it takes ${session.inputNames.join(', ')}.`);
}

interface Sentence {
  readonly ids: readonly number[];
  readonly rate: number;
}

const feedsOf = (runtime: Runtime, { config, speakerId }: OnnxMaker, { ids, rate }: Sentence) => {
  const whole = (values: readonly number[], shape: readonly number[]) =>
    new runtime.Tensor('int64', BigInt64Array.from(values, BigInt), shape);
  const scales = Float32Array.of(config.noiseScale, config.lengthScale / rate, config.noiseW);
  return {
    ...{ input: whole(ids, [1, ids.length]), input_lengths: whole([ids.length], [1]) },
    ...{ scales: new runtime.Tensor('float32', scales, [3]), [SPEAKER_INPUT]: whole([speakerId], [1]) },
  };
};

async function run(session: Session, feeds: Readonly<Record<string, Tensor>>): Promise<Float32Array> {
  const wanted = Object.entries(feeds).filter(([name]) => session.inputNames.includes(name));
  const told = await session.run(Object.fromEntries(wanted)).catch(damaged);
  const audio = told[session.outputNames.find((name) => name === 'output') ?? session.outputNames[0] ?? '']?.data;
  if (audio instanceof Float32Array) return audio;
  throw new SpeechError('VOICE_DAMAGED', 'The model gave no sound.');
}

/** Each sentence fills the range, as Piper has it: models differ in loudness, and sentences of one too. */
function toSamples(audio: Float32Array, sampleRate: number): Int16Array {
  if (audio.length > SENTENCE_SECONDS_MAX * sampleRate)
    throw new SpeechError('VOICE_DAMAGED', `The model spoke for ${audio.length} samples.`);
  let peak = PEAK_MIN;
  for (const value of audio) {
    if (!Number.isFinite(value)) throw new SpeechError('VOICE_DAMAGED', 'The model gave what is no number.');
    peak = Math.max(peak, Math.abs(value));
  }
  return Int16Array.from(audio, (value) => Math.round((value / peak) * 32_767));
}

function damaged(error: unknown): never {
  throw new SpeechError('VOICE_DAMAGED', `The model can't be run: ${String(error).slice(0, 300)}`);
}
