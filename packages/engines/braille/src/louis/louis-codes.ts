import { existsSync, readdirSync } from 'node:fs';
import type { BrailleCode } from '../codes.ts';
import type { SystemLouis } from './find-system-louis.ts';
import { louisTablesFolder } from './louis-module.ts';

/** Tables of the build that are no braille code for documents: parts, displays, spacing, chess, editors, and those that don't compile. */
const LEFT_OUT = /chess|edit|spaces|boxes|interline|compress|corrections|unicode-braille|_|^ko|mathtext|^(?:fi1|fi2)\./;
const TABLE = /\.(?:ctb|utb)$/;
const GRADE = /-g(\d)|g(\d)\.|-comp(\d)/;

/** Codes of English that have names of their own. */
const NAMES: Readonly<Record<string, BrailleCode['title']>> = {
  'en-ueb-g1': { ko: '통일영어점자 1급(정자)', en: 'Unified English Braille, grade 1' },
  'en-ueb-g2': { ko: '통일영어점자 2급(약자)', en: 'Unified English Braille, grade 2' },
  'en-ueb-math': { ko: '통일영어점자 수학', en: 'Unified English Braille, technical' },
  nemeth: { ko: '네메스 수학 점자', en: 'Nemeth code' },
  IPA: { ko: '국제음성기호 점자', en: 'International Phonetic Alphabet' },
};

const LANGUAGES: Readonly<Record<string, string>> = {
  nemeth: 'en', marburg: 'de', ukmaths: 'en', wiskunde: 'nl', ipa: 'und', uebc: 'en', cz: 'cs', dra: 'dra', gr: 'el', mao: 'mi', aw: 'awa', br: 'bra',
  bh: 'bho', ka: 'kn', kh: 'kha', mn: 'mni', np: 'ne', or: 'or', pu: 'pa', iu: 'iu', ethio: 'am', no: 'nb', sin: 'si', se: 'sv',
}; // prettier-ignore

/** What a reader most likely wants first: contracted, then uncontracted, then what does not say, computer braille last. */
const GRADES_BY_USE: readonly (number | null)[] = [2, 3, 1, null, 0];

/** By language; in each, UEB before older codes and then by grade. So the first code of a language is a good one to begin with. */
function byUse(one: BrailleCode, other: BrailleCode): number {
  const rank = ({ id, grade }: BrailleCode) => (id.startsWith('en-ueb-g') ? 0 : 10) + GRADES_BY_USE.indexOf(grade);
  return one.language.localeCompare(other.language) || rank(one) - rank(other) || one.id.localeCompare(other.id);
}

let known: readonly BrailleCode[] | undefined;

/** The liblouis tables that can be asked for, with what their names say; empty where the build is not installed. */
export function listLouisCodes(): readonly BrailleCode[] {
  if (known) return known;
  let folder: string;
  try {
    folder = louisTablesFolder();
  } catch {
    return [];
  }
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => TABLE.test(file) && !LEFT_OUT.test(file) && !BROKEN.has(file));
  known = files.map(codeOf).sort(byUse);
  return known;
}

/** The file of a code, undefined for one that is not listed. Names are never taken from outside as they come. */
export function tableOf(code: string): string | undefined {
  if (!listLouisCodes().some(({ id }) => id === code)) return undefined;
  return [`${code}.ctb`, `${code}.utb`].find((file) => existsSync(`${louisTablesFolder()}/${file}`));
}

/** Whether the system's liblouis writes a code: it does where it has its table. */
export function isOfSystem(code: string, system: Pick<SystemLouis, 'tables'> | null): boolean {
  const table = system && tableOf(code);
  return table ? system.tables.includes(table) : false;
}

function codeOf(file: string): BrailleCode {
  const id = file.replace(TABLE, '');
  const head = /^[a-z]+/i.exec(id)?.[0].toLowerCase() ?? 'und';
  const language = LANGUAGES[head] ?? head;
  const found = GRADE.exec(file);
  const grade = found?.[3] === undefined ? Number(found?.[1] ?? found?.[2] ?? Number.NaN) : 0;
  return {
    id,
    language,
    grade: Number.isNaN(grade) ? null : grade,
    title: NAMES[id] ?? titleOf(language, id),
    maker: 'LIBLOUIS',
  };
}

function titleOf(language: string, id: string): BrailleCode['title'] {
  const name = (locale: string): string => {
    try {
      return new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(language) ?? language;
    } catch {
      return language;
    }
  };
  return { ko: `${name('ko')} (${id})`, en: `${name('en')} (${id})` };
}

/** Tables on which the build hangs, found by trying each with a deadline. */
const BROKEN: ReadonlySet<string> = new Set(['ru-litbrl.ctb']);
