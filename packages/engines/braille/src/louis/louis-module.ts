import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The parts of the compiled liblouis 3.2 that we call. Characters are UTF-16 units. */
interface LouisModule {
  readonly HEAPU16: Uint16Array;
  readonly HEAP32: Int32Array;
  readonly FS: { mkdir(path: string): void };
  FS_createDataFile(folder: string, name: string, bytes: Uint8Array, canRead: boolean, canWrite: boolean): void;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  ccall(name: string, returns: 'number' | null, types: readonly string[], values: readonly unknown[]): number;
}

const require = createRequire(import.meta.url);

/** Where the tables of the npm build lie. */
export const louisTablesFolder = (): string => join(dirname(require.resolve('liblouis-build')), 'tables');

/** Loads the build. It adds a listener that rethrows every uncaught exception of the process, which is taken away again. */
export function openLouis(): Louis {
  const before = new Set(process.listeners('uncaughtException'));
  const louis = require('liblouis-build') as LouisModule;
  for (const listener of process.listeners('uncaughtException')) {
    if (!before.has(listener)) process.off('uncaughtException', listener);
  }
  louis.FS.mkdir('/tables');
  louis.ccall('lou_setLogLevel', null, ['number'], [60_000]);
  return new Louis(louis);
}

export interface LouisOutput {
  readonly cells: string;
  /** For each cell, the place of the character it came from. */
  readonly places: Int32Array;
  /** How many characters were read. */
  readonly used: number;
}

/** dotsIO and ucBrl of 3.2: the output is Unicode braille whatever the table's display. */
const DOTS_OUT = 4 | 128;
/** Tables are freed beyond this many: the heap of 16 MB holds tables and buffers. */
const TABLES_MAX = 3;
const INCLUDE = /^\s*include\s+(\S+)/gm;

/** Calls with buffers of our own; the build's easy interface passes bytes for characters. */
export class Louis {
  readonly #louis: LouisModule;
  readonly #mounted = new Set<string>();
  readonly #compiled = new Set<string>();

  constructor(louis: LouisModule) {
    this.#louis = louis;
  }

  translate(table: string, text: string, typeforms: Uint16Array | null): LouisOutput {
    return this.#call('lou_translate', this.#ready(table), text, typeforms);
  }

  /** Cells as Unicode braille in, print out. */
  backTranslate(table: string, cells: string): LouisOutput {
    this.#mount('unicode.dis');
    return this.#call('lou_backTranslate', `tables/unicode.dis,${this.#ready(table)}`, cells, null);
  }

  #ready(table: string): string {
    this.#mount(table);
    this.#compiled.add(table);
    if (this.#compiled.size > TABLES_MAX) {
      this.#louis.ccall('lou_free', null, [], []);
      this.#compiled.clear();
      this.#compiled.add(table);
    }
    return `tables/${table}`;
  }

  /** Puts a table and all that it includes into the module's own file system. */
  #mount(table: string): void {
    if (this.#mounted.has(table)) return;
    this.#mounted.add(table);
    const bytes = readFileSync(join(louisTablesFolder(), table));
    this.#louis.FS_createDataFile('/tables', table, bytes, true, false);
    for (const [, included] of bytes.toString('latin1').matchAll(INCLUDE)) if (included) this.#mount(included);
  }

  #call(
    name: 'lou_translate' | 'lou_backTranslate',
    tables: string,
    text: string,
    typeforms: Uint16Array | null,
  ): LouisOutput {
    const louis = this.#louis;
    const room = text.length * 8 + 256;
    const input = louis._malloc((text.length + 1) * 2);
    const output = louis._malloc(room * 2);
    const lengths = louis._malloc(8);
    const places = louis._malloc(Math.max(room, text.length) * 4);
    const forms = typeforms ? louis._malloc(room * 2) : 0;
    try {
      for (let at = 0; at < text.length; at++) louis.HEAPU16[(input >> 1) + at] = text.charCodeAt(at);
      louis.HEAPU16[(input >> 1) + text.length] = 0;
      if (typeforms) {
        louis.HEAPU16.fill(0, forms >> 1, (forms >> 1) + room);
        louis.HEAPU16.set(typeforms, forms >> 1);
      }
      louis.HEAP32[lengths >> 2] = text.length;
      louis.HEAP32[(lengths >> 2) + 1] = room;
      const mode = name === 'lou_translate' ? DOTS_OUT : 0;
      const values = [tables, input, lengths, output, lengths + 4, forms, 0, 0, places, 0, mode];
      if (louis.ccall(name, 'number', ['string', ...Array.from({ length: 10 }, () => 'number')], values) !== 1) {
        throw new Error(`liblouis could not use ${tables}`);
      }
      return this.#read({ output, lengths, places });
    } finally {
      for (const pointer of [input, output, lengths, places]) louis._free(pointer);
      if (forms) louis._free(forms);
    }
  }

  #read({ output, lengths, places }: { output: number; lengths: number; places: number }): LouisOutput {
    const { HEAPU16, HEAP32 } = this.#louis;
    const used = HEAP32[lengths >> 2] ?? 0;
    const written = HEAP32[(lengths >> 2) + 1] ?? 0;
    let cells = '';
    for (let at = 0; at < written; at++) cells += String.fromCharCode(HEAPU16[(output >> 1) + at] ?? 0);
    return { cells, places: HEAP32.slice(places >> 2, (places >> 2) + written), used };
  }
}
