import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Voice } from '../contract.ts';
import { readVoiceConfig } from './voice-config.ts';
import type { VoiceConfig } from './voice-config.ts';
import { isWholeModel } from './whole-model.ts';

/** A voice and what it is spoken with. */
export interface OnnxVoice {
  readonly voice: Voice;
  /** The real path of its model. */
  readonly model: string;
  readonly config: VoiceConfig;
  readonly speakerId: number;
}

export interface OnnxVoices {
  readonly voices: readonly OnnxVoice[];
  /** What lies there and can't be used, and why. */
  readonly faults: readonly string[];
}

const MEGABYTE = 1_048_576;
const MODELS_MAX = 64;
/** Some models have learned from hundreds of people. */
const SPEAKERS_MAX = 32;
/** The largest that are published have some 120 MB. */
const MODEL_BYTES_MAX = 512 * MEGABYTE;
const CONFIG_BYTES_MAX = MEGABYTE;
/** As `en_US-lessac-medium`, `pt_PT-tugão-medium`. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._+-]{0,99}$/u;

/**
 * The voices in a folder, in Piper's published form: `<voice>.onnx` with `<voice>.onnx.json` beside it, no folders within. A fault leaves the others.
 * @throws when the folder can't be read.
 */
export function findOnnxVoices(folder: string): OnnxVoices {
  const home = realpathSync(folder);
  const names = readdirSync(home)
    .filter((file) => file.endsWith('.onnx'))
    .map((file) => file.slice(0, -'.onnx'.length))
    .toSorted();
  const faults = names.length > MODELS_MAX ? [`of ${names.length} models only the first ${MODELS_MAX} are taken`] : [];
  const voices = names.slice(0, MODELS_MAX).flatMap((name) => {
    const found = openVoice(home, name);
    if (typeof found !== 'string') {
      const people = found[0]?.config.speakers.length ?? 0;
      if (people > SPEAKERS_MAX)
        faults.push(`of the ${people} people of ${name} only the first ${SPEAKERS_MAX} are taken`);
      return found;
    }
    faults.push(`${JSON.stringify(`${name}.onnx`)} is no voice: ${found}`);
    return [];
  });
  return { voices, faults };
}

function openVoice(home: string, name: string): OnnxVoice[] | string {
  if (!NAME.test(name)) return 'its name has other signs than letters, figures and . _ + -';
  if (!existsSync(join(home, `${name}.onnx.json`))) return `it needs ${name}.onnx.json beside it`;
  try {
    const config = readVoiceConfig(
      readFileSync(openFile(home, `${name}.onnx.json`, CONFIG_BYTES_MAX).path, 'utf8'),
      name,
    );
    if (typeof config === 'string') return config;
    const model = openFile(home, `${name}.onnx`, MODEL_BYTES_MAX);
    if (!isWholeModel(model.path, model.sizeBytes)) return 'it is not a whole ONNX model';
    return config.speakers
      .slice(0, SPEAKERS_MAX)
      .map((speaker) => ({ voice: toVoice(name, config, speaker), model: model.path, config, speakerId: speaker.id }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A file of the folder itself: no link leads out of it, and nothing that never ends is read. */
function openFile(home: string, name: string, bytesMax: number): { readonly path: string; readonly sizeBytes: number } {
  const path = realpathSync(join(home, name));
  const stat = statSync(path);
  if (!path.startsWith(join(home, '/'))) throw new Error(`${name} leads out of the folder`);
  if (!stat.isFile()) throw new Error(`${name} is no file`);
  if (stat.size > bytesMax) throw new Error(`${name} is over ${bytesMax} bytes`);
  return { path, sizeBytes: stat.size };
}

function toVoice(own: string, config: VoiceConfig, { name, id }: VoiceConfig['speakers'][number]): Voice {
  return {
    id: name === null ? `onnx:${own}` : `onnx:${own}:${id}`,
    ...{ language: config.language, name: name === null ? config.name : `${config.name}, ${name}`, engine: 'ONNX' },
    ...{ licence: 'of the voice', hasPitch: false, tellsWords: false },
  };
}
