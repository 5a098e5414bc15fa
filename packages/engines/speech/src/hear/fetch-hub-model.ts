import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SpeechError } from '../speech-error.ts';
import { WHISPER_FILES } from './whisper.ts';

export interface HubModel {
  /** As `https://huggingface.co`. */
  readonly hubUrl: string;
  /** As `onnx-community/whisper-base_timestamped`. */
  readonly model: string;
  /** Where the model's files go. */
  readonly folder: string;
}

const REVISION = 'main';
/** The small weights; of models that have none the whole ones. */
const WEIGHTS = [
  ['onnx/encoder_model_quantized.onnx', 'onnx/decoder_model_merged_quantized.onnx'],
  ['onnx/encoder_model.onnx', 'onnx/decoder_model_merged.onnx'],
] as const;
const TOLD = WHISPER_FILES.filter((file) => file.endsWith('.json'));

/**
 * Brings a model's files from a hub, by the layout that it publishes (`<model>/resolve/<revision>/<file>`); those that are there stay. A file is
 * whole when it has its name. @throws SpeechError UNAVAILABLE; rejects with the signal's reason when it aborts.
 */
export async function fetchHubModel(hub: HubModel, signal: AbortSignal): Promise<void> {
  for (const file of TOLD) if (!(await bring(hub, file, signal))) throw missing(hub, file);
  for (const weights of WEIGHTS) if (await bringAll(hub, weights, signal)) return;
  throw missing(hub, WEIGHTS[0][0]);
}

async function bringAll(hub: HubModel, files: readonly string[], signal: AbortSignal): Promise<boolean> {
  for (const file of files) if (!(await bring(hub, file, signal))) return false;
  return true;
}

/** @returns whether the hub has it. */
async function bring(hub: HubModel, file: string, signal: AbortSignal): Promise<boolean> {
  const path = join(hub.folder, file);
  if (existsSync(path)) return true;
  const response = await ask(hub, file, signal);
  if (response.status === 404) return false;
  if (!response.ok || !response.body) throw unavailable(hub, `${file}: ${response.status}`);
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  try {
    await pipeline(Readable.fromWeb(response.body), createWriteStream(part), { signal });
    renameSync(part, path);
  } catch (error) {
    signal.throwIfAborted();
    throw unavailable(hub, `${file} was cut short`, error);
  } finally {
    rmSync(part, { force: true });
  }
  return true;
}

async function ask(hub: HubModel, file: string, signal: AbortSignal): Promise<Response> {
  const name = hub.model.split('/').map(encodeURIComponent).join('/');
  try {
    return await fetch(`${hub.hubUrl.replace(/\/+$/, '')}/${name}/resolve/${REVISION}/${file}`, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw unavailable(hub, 'it does not answer', error);
  }
}

const unavailable = ({ hubUrl, model }: HubModel, why: string, cause?: unknown): SpeechError =>
  new SpeechError('UNAVAILABLE', `${model} could not be fetched from ${hubUrl}: ${why}`, { cause });

const missing = (hub: HubModel, file: string): SpeechError => unavailable(hub, `it has no ${file}`);
