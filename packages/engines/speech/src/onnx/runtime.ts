import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Where onnxruntime is, and which of its builds. */
export interface OnnxRuntime {
  /** The `node_modules` that it is in. */
  readonly modules: string;
  readonly name: 'onnxruntime-node' | 'onnxruntime-web';
}

/** How the runtime is installed where the voices lie; the studio itself does not carry its 145 MB. */
export const ONNX_RUNTIME_COMMAND = 'npm install --ignore-scripts --prefix RUNTIME_FOLDER onnxruntime-web@1.30.0';

/** The native build where it is installed, for it was wanted for its speed; else WebAssembly, which Node's permissions hold. */
const NAMES = ['onnxruntime-node', 'onnxruntime-web'] as const;

/** Looks for onnxruntime in the `node_modules` of a folder. */
export function findOnnxRuntime(folder: string): OnnxRuntime | undefined {
  const modules = join(folder, 'node_modules');
  const name = NAMES.find((one) => existsSync(join(modules, one, 'package.json')));
  return name && { modules: realpathSync(modules), name };
}
