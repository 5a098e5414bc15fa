import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { toProtobuf } from './protobuf.ts';
import type { Field } from './protobuf.ts';

// A voice in Piper's published form, of some hundred bytes: a real model that onnxruntime runs, with the inputs and the output of Piper's. It has
// learned nothing. What it says spells what it was given (`spellingOf`): first how it was asked, then a tone for each number, as loud as the number is high.

const [FLOAT, INT64] = [1, 7];
/** Samples of each number at the usual length. */
const TONE = 400;
/** What the numbers are divided by, so that they can be heard. */
const PART = 256;
/** The same of how it was asked. */
const ASKED_PART = 4_096;
const HEAD = 5;

const nodeOf = (kind: string, inputs: readonly string[], output: string, attributes: readonly Field[] = []): Field => [
  1,
  [...inputs.map((name): Field => [1, name]), [2, output], [4, kind], ...attributes],
];
const integer = (name: string, value: number): Field => [
  5,
  [
    [1, name],
    [3, value],
    [20, 2],
  ],
];

const constant = (name: string, type: number, values: readonly number[], isScalar = false): Field => {
  const raw = type === FLOAT ? Float32Array.from(values) : BigInt64Array.from(values, BigInt);
  const dims: Field[] = isScalar ? [] : [[1, values.length]];
  return [5, [...dims, [2, type], [8, name], [9, new Uint8Array(raw.buffer)]]];
};

const dimension = (size: number | string): Field => [1, [[typeof size === 'number' ? 1 : 2, size]]];
const valueOf = (field: 11 | 12, name: string, type: number, shape: readonly (number | string)[]): Field => [
  field,
  [
    [1, name],
    [
      2,
      [
        [
          1,
          [
            [1, type],
            [2, shape.map(dimension)],
          ],
        ],
      ],
    ],
  ],
];

/** Head: 1, speaker, how many numbers, noise, noise of lengths. Then each number / 256 on a cosine that begins at its top. */
const GRAPH: readonly Field[] = [
  nodeOf('Cast', ['input'], 'numbers', [integer('to', FLOAT)]),
  nodeOf('Mul', ['numbers', 'part'], 'loudness'),
  nodeOf('Unsqueeze', ['loudness', 'last'], 'standing'),
  nodeOf('Slice', ['scales', 'one', 'two'], 'length'),
  nodeOf('Mul', ['length', 'tone'], 'samples'),
  nodeOf('Cast', ['samples'], 'count', [integer('to', INT64)]),
  nodeOf('Squeeze', ['count'], 'scalar'),
  nodeOf('Range', ['zero', 'scalar', 'step'], 'steps'),
  nodeOf('Cast', ['steps'], 'places', [integer('to', FLOAT)]),
  nodeOf('Cos', ['places'], 'wave'),
  nodeOf('Mul', ['standing', 'wave'], 'tones'),
  nodeOf('Reshape', ['tones', 'flat'], 'said'),
  nodeOf('Cast', ['asked'], 'askedSmall', [integer('to', FLOAT)]),
  nodeOf('Mul', ['askedSmall', 'askedPart'], 'askedLoud'),
  nodeOf('Slice', ['scales', 'none', 'one'], 'noise'),
  nodeOf('Slice', ['scales', 'two', 'three'], 'noiseOfLengths'),
  nodeOf('Concat', ['full', 'askedLoud', 'noise', 'noiseOfLengths', 'said'], 'sound', [integer('axis', 0)]),
  nodeOf('Reshape', ['sound', 'shape'], 'output'),
  constant('part', FLOAT, [1 / PART]),
  constant('askedPart', FLOAT, [1 / ASKED_PART]),
  constant('tone', FLOAT, [TONE]),
  constant('full', FLOAT, [1]),
  ...[
    constant('none', INT64, [0]),
    constant('one', INT64, [1]),
    constant('two', INT64, [2]),
    constant('three', INT64, [3]),
  ],
  ...[constant('zero', INT64, [0], true), constant('step', INT64, [1], true)],
  ...[constant('last', INT64, [2]), constant('flat', INT64, [-1]), constant('shape', INT64, [1, 1, 1, -1])],
];

/** The bytes of a model. One that knows several people is told who speaks; Piper's calls that input `sid`. */
export function onnxModel(speakerInput?: string): Uint8Array {
  const asked = [speakerInput ?? 'none', 'input_lengths'];
  const graph: Field[] = [
    [2, 'spelling'],
    nodeOf('Concat', asked, 'asked', [integer('axis', 0)]),
    ...GRAPH,
    valueOf(11, 'input', INT64, [1, 'phonemes']),
    valueOf(11, 'input_lengths', INT64, [1]),
    valueOf(11, 'scales', FLOAT, [3]),
    ...(speakerInput === undefined ? [] : [valueOf(11, speakerInput, INT64, [1])]),
    valueOf(12, 'output', FLOAT, [1, 1, 1, 'time']),
  ];
  return toProtobuf([
    [1, 8],
    [8, [[2, 13]]],
    [7, graph],
  ]);
}

const PHONEMES = [..."_^$ !'(),-.:;?abcdefghijklmnopqrstuvwxyzæðŋɐɑɒɔəɚɛɜɡɪɫɹɾʃʊʌʒʔˈˌːθᵻ\u0303\u0327"];

/** What lies beside a model, as Piper writes it. */
export const onnxConfig = (over: object = {}): object => ({
  audio: { sample_rate: 16_000, quality: 'low' },
  espeak: { voice: 'en-us' },
  inference: { noise_scale: 0.667, length_scale: 1.25, noise_w: 0.8 },
  phoneme_type: 'espeak',
  phoneme_map: {},
  phoneme_id_map: Object.fromEntries(PHONEMES.map((phoneme, id) => [phoneme, [id]])),
  num_symbols: 256,
  num_speakers: 1,
  speaker_id_map: {},
  language: { code: 'en_US', name_english: 'English' },
  dataset: 'spelling',
  piper_version: '1.0.0',
  ...over,
});

/** The folder in whose `node_modules` the runtime lies with which the tests are run. */
export const ONNX_RUNTIME_FOLDER = createRequire(import.meta.url)
  .resolve('onnxruntime-web')
  .split('node_modules')[0]!;

/** Puts a voice into a folder: its model and what lies beside it. */
export function putOnnxVoice(
  folder: string,
  name: string,
  { model = onnxModel(), config = onnxConfig() }: { readonly model?: Uint8Array; readonly config?: object } = {},
): void {
  writeFileSync(join(folder, `${name}.onnx`), model);
  writeFileSync(join(folder, `${name}.onnx.json`), JSON.stringify(config));
}

/** What a voice of these was given for one sentence. */
export interface Spelling {
  readonly speakerId: number;
  readonly count: number;
  readonly noiseScale: number;
  readonly noiseW: number;
  readonly ids: readonly number[];
  /** The numbers as phonemes. */
  readonly phonemes: string;
}

/** Reads what a sentence spells; `lengthScale` is what it was said with. */
export function spellingOf(samples: Int16Array, lengthScale: number): Spelling {
  const loud = (at: number) => (samples[at] ?? 0) / 32_767;
  const tone = Math.trunc(Math.fround(Math.fround(lengthScale) * TONE));
  const count = Math.round(loud(2) * ASKED_PART);
  const ids = Array.from({ length: count }, (_, at) => Math.round(loud(HEAD + at * tone) * PART));
  return {
    ...{ speakerId: Math.round(loud(1) * ASKED_PART), count, noiseScale: loud(3), noiseW: loud(4), ids },
    phonemes: ids.map((id) => PHONEMES[id] ?? '\ufffd').join(''),
  };
}
