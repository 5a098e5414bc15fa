// A stand-in for transformers.js that keeps to what its documentation says of speech recognition: where it looks for a model, what it
// is asked and what it answers. It hears nothing: it tells how long the sound was, in which language it was to be heard, and where words would lie.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

class ModelFileNotFoundError extends Error {
  constructor(path) {
    super(`Could not locate file: "${path}".`);
    this.name = 'ModelFileNotFoundError';
  }
}

export const env = { allowRemoteModels: true, localModelPath: '/models/' };
const FILES = { q8: 'encoder_model_quantized.onnx', fp32: 'encoder_model.onnx' };

export async function pipeline(task, model, { dtype = 'fp32' } = {}) {
  if (task !== 'automatic-speech-recognition') throw new Error(`Unsupported pipeline: ${task}.`);
  if (env.allowRemoteModels) throw new TypeError('fetch failed');
  const folder = join(env.localModelPath, model);
  for (const name of ['config.json', `onnx/${FILES[dtype]}`])
    if (!existsSync(join(folder, name))) throw new ModelFileNotFoundError(join(folder, name));
  const told = JSON.parse(readFileSync(join(folder, 'generation_config.json'), 'utf8'));
  const { is_multilingual: isMultilingual, lang_to_id: languages, alignment_heads: heads } = told;
  return async (sound, { return_timestamps: timestamps = false, language } = {}) => {
    if (!(sound instanceof Float32Array)) throw new TypeError('The sound is 16 kHz as Float32Array.');
    if (language && !isMultilingual) throw new Error('Cannot specify `task` or `language` for an English-only model.');
    if (language && languages[`<|${language}|>`] === undefined)
      throw new Error(`Language "${language}" is not supported.`);
    if (timestamps === 'word' && !heads)
      throw new Error('Model outputs must contain cross attentions to extract timestamps.');
    if (sound.every((sample) => sample === 0)) return { text: '' };
    const seconds = sound.length / 16_000;
    const words = [' heard', ` ${language ?? 'english'}`, ` ${dtype}.`];
    const text = words.join('');
    if (timestamps !== 'word') return { text };
    const at = (index) => (index === words.length ? null : (index * seconds) / words.length);
    return { text, chunks: words.map((word, index) => ({ text: word, timestamp: [at(index), at(index + 1)] })) };
  };
}
