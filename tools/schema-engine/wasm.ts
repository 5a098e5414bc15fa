import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';

/** The compiler settings leave out the browser's library, and with it the types of this global. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

export type SchemaEngine = glue.SchemaEngine;

/** The engine reports a Rust panic through this global; without it a panic becomes an unrelated TypeError. */
function installPanicRegistry(): void {
  let lastMessage: string | undefined;
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string): void {
        lastMessage = message;
        process.stderr.write(`The schema engine panicked: ${message}\n`);
      },
      get_message: (): string | undefined => lastMessage,
    },
  });
}

/** Instantiates the engine. The package's own entry imports the .wasm file as a module, which Node only does behind a flag. */
export async function loadSchemaEngineWasm(): Promise<typeof glue> {
  installPanicRegistry();
  const entry = import.meta.resolve('@prisma/schema-engine-wasm');
  const bytes = readFileSync(fileURLToPath(new URL('./schema_engine_bg.wasm', entry)));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...glue } });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') start();
  return glue;
}
