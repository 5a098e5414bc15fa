import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { tableOf } from './louis/louis-codes.ts';

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
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).toSorted();
  for (const file of sources) hash.update(file).update(readFileSync(new URL(file.replaceAll('\\', '/'), HERE)));
  return hash.update(readFileSync(PACKAGE)).digest('base64url').slice(0, 16);
}

/** What makes the cells of a code here and now. */
export interface CodeEdition {
  /** `modu-braille` or `liblouis`. */
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
export function editionOfCode(code: string): CodeEdition {
  const { version, dependencies } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as PackageFile;
  const notice = NOTICES[code];
  const [name, own] = notice ? ['modu-braille', version] : ['liblouis', dependencies['liblouis-build']];
  return { name, version: `${own}+${engineEdition()}`, tables: notice ?? tableOf(code) ?? code };
}

interface PackageFile {
  readonly version: string;
  readonly dependencies: { readonly 'liblouis-build': string };
}
