import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { SystemLouis } from './louis/find-system-louis.ts';
import { isOfSystem, tableOf } from './louis/louis-codes.ts';

const HERE = new URL('.', import.meta.url);
const PACKAGE = new URL('../package.json', HERE);
let edition: string | undefined;

/** Says whether cells that were kept are those that would be made now: it changes with every change of this engine. */
export function engineEdition(): string {
  edition ??= digestOf(readdirSync(HERE, { recursive: true, encoding: 'utf8' }));
  return edition;
}

function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  const sources = files.filter((file) => /\.(ts|py)$/.test(file) && !file.endsWith('.test.ts')).toSorted();
  for (const file of sources) hash.update(file).update(readFileSync(new URL(file.replaceAll('\\', '/'), HERE)));
  return hash.update(readFileSync(PACKAGE)).digest('base64url').slice(0, 16);
}

/** What makes the cells of a code here and now. */
export interface CodeEdition {
  /** `modu-braille`, `liblouis` (its npm build) or `liblouis of the system`. */
  readonly name: string;
  /** Its version and, behind a plus, `engineEdition`: what stands around liblouis decides about cells too. */
  readonly version: string;
  /** The notice of the regulation, or the table. */
  readonly tables: string;
}

const NOTICES: Readonly<Record<string, string>> = {
  'ko-2024': 'Korean Braille Regulation, notice 2024-5',
  'ko-2020': 'Korean Braille Regulation, notice 2020-38',
};

/** The edition of what writes a code. */
export function editionOfCode(code: string, system: SystemLouis | null = null): CodeEdition {
  packed ??= JSON.parse(readFileSync(PACKAGE, 'utf8')) as PackageFile;
  const notice = NOTICES[code];
  const tables = notice ?? tableOf(code) ?? code;
  const by = (name: string, own: string) => ({ name, version: `${own}+${engineEdition()}`, tables });
  if (notice) return by('modu-braille', packed.version);
  if (system && isOfSystem(code, system)) return by('liblouis of the system', system.version);
  return by('liblouis', packed.dependencies['liblouis-build']);
}

/** What kept cells of a code are kept by: those of another liblouis are others. */
export const cellsEditionOf = (code: string, system: SystemLouis | null = null): string =>
  system && isOfSystem(code, system) ? `${engineEdition()} ${system.version}` : engineEdition();

let packed: PackageFile | undefined;

interface PackageFile {
  readonly version: string;
  readonly dependencies: { readonly 'liblouis-build': string };
}
