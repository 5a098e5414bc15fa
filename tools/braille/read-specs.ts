import { readFileSync } from 'node:fs';
import { fromAscii } from '@modu/engine-braille';
import type { PrintSpan } from '@modu/engine-braille';
import { Mapping, readYaml } from './read-yaml.ts';
import type { Yaml } from './read-yaml.ts';

/** What other people wrote down that a text is in braille. */
export interface Expectation {
  /** The product's name of the code. */
  readonly code: string;
  readonly print: string;
  readonly spans: readonly PrintSpan[];
  readonly cells: string;
  /** liblouis itself is known not to write this. */
  readonly isKnownToFail: boolean;
  /** Marks that nothing in the product makes (script, a word's reset), or a manner of translating that it does not use. */
  readonly isOutOfReach: boolean;
}

const EMPHASIS: Readonly<Record<string, PrintSpan['emphasis']>> = {
  italic: 'ITALIC',
  bold: 'BOLD',
  underline: 'UNDERLINE',
};
const FORWARD: readonly unknown[] = [undefined, 'forward', 'bothDirections'];
const REACHED: ReadonlySet<string> = new Set(['typeform', 'xfail']);

/** What a file of liblouis' tests expects of the way from print to braille, for codes that its tables are asked for by grade. */
export function readSpecs(path: string): readonly Expectation[] {
  const found: Expectation[] = [];
  const state = { code: '', isAscii: false, isForward: true };
  const file = readYaml(readFileSync(path, 'utf8'));
  if (!(file instanceof Mapping)) throw new Error(`${path} is no file of tests.`);
  for (const [key, value] of file.pairs) {
    if (key === 'display') state.isAscii = String(value).includes('nabcc');
    if (key === 'table') state.code = codeOf(value);
    if (key === 'flags')
      state.isForward = FORWARD.includes(value instanceof Mapping ? value.get('testmode') : undefined);
    if (key === 'tests' && state.isForward && state.code !== '')
      for (const test of value as readonly Yaml[]) found.push(toExpectation(test as readonly Yaml[], state));
  }
  return found;
}

/** UEB by its grade; other tables are not asked for. */
function codeOf(table: Yaml): string {
  const named = table instanceof Mapping && table.get('system') === 'ueb' ? table.get('grade') : undefined;
  return named === '1' || named === '2' ? `en-ueb-g${named}` : '';
}

function toExpectation(
  test: readonly Yaml[],
  { code, isAscii }: { readonly code: string; readonly isAscii: boolean },
): Expectation {
  // A name may stand before the two.
  const texts = test.filter((part) => typeof part === 'string').slice(-2);
  const [print = '', expected = ''] = texts.map(printed);
  const options = test.find((part) => part instanceof Mapping)?.pairs ?? [];
  const forms = options.flatMap(([key, value]) => (key === 'typeform' && value instanceof Mapping ? value.pairs : []));
  const blank = expected.replaceAll(/[ \u00a0]/g, '⠀');
  return {
    code,
    print,
    spans: forms.flatMap(([form, marks]) => spansOf(EMPHASIS[form], String(marks))),
    cells: isAscii ? fromAscii(plain(expected)) : blank,
    isKnownToFail: options.some(([key, value]) => key === 'xfail' && failsForward(value)),
    isOutOfReach: options.some(([key]) => !REACHED.has(key)) || forms.some(([form]) => !EMPHASIS[form]),
  };
}

/** Its display writes each cell by the other half of the signs: `|` where BRF has a backslash. */
const plain = (ascii: string): string =>
  ascii.replaceAll(/[\u0060-\u007e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x20));

const failsForward = (why: Yaml): boolean =>
  why instanceof Mapping ? why.get('forward') === 'true' : why !== 'false' && why !== 'off';

/** As liblouis writes characters that are hard to type. */
const printed = (text: string): string =>
  text.replaceAll(/\\(?:x([\da-f]{4})|y([\da-f]{5})|(\\))/gi, (_, x?: string, y?: string, slash?: string) =>
    slash ? '\\' : String.fromCodePoint(Number.parseInt(x ?? y ?? '', 16)),
  );

function spansOf(emphasis: PrintSpan['emphasis'], marks: string): PrintSpan[] {
  return [...marks.matchAll(/\++/g)].map(({ 0: run, index }) => ({ start: index, end: index + run.length, emphasis }));
}
