import type { BackTranslation, BrailleCallOptions, BrailleCode, BrailleEngine } from './codes.ts';
import type { BrailleEdition, BrailleRefusal, BrailleText, PrintText } from './contract.ts';
import { backTranslateKorean } from './korean/back-translate.ts';
import { translateKorean } from './korean/translate.ts';
import { editionOfCode } from './engine-edition.ts';
import type { SystemLouis } from './louis/find-system-louis.ts';
import { LOUIS_DEFAULTS, LouisClient, type LouisOptions } from './louis/louis-client.ts';
import { isOfSystem, listLouisCodes, tableOf } from './louis/louis-codes.ts';
import { startSystemLouis } from './louis/system-louis.ts';
import { translateAroundHangul } from './louis/translate-around-hangul.ts';
import { groupCells, typeformsOf } from './louis/louis-groups.ts';
import { asUebPrint, uebLetter } from './louis/ueb-print.ts';
import { translateWithMath } from './math/translate-with-math.ts';
import { refuseText } from './refuse-text.ts';

const KOREAN: Readonly<Record<string, BrailleEdition>> = { 'ko-2024': '2024', 'ko-2020': '2020' };

const isUeb = (code: string): boolean => code.startsWith('en-ueb-g');

const KOREAN_CODES: readonly BrailleCode[] = [
  {
    id: 'ko-2024',
    language: 'ko',
    grade: 2,
    title: { ko: '한국 점자 (2024 개정)', en: 'Korean braille (revision of 2024)' },
    maker: 'OWN',
  },
  {
    id: 'ko-2020',
    language: 'ko',
    grade: 2,
    title: { ko: '한국 점자 (2020 개정)', en: 'Korean braille (revision of 2020)' },
    maker: 'OWN',
  },
];

/** What braille can really be made in here and now; the first code of a language is the one to begin with. */
export function listBrailleCodes(): readonly BrailleCode[] {
  return [...KOREAN_CODES, ...listLouisCodes()];
}

interface EngineOptions extends Partial<LouisOptions> {
  /** What writes the codes that it has tables for; the npm build writes the others, and all where there is none. */
  readonly system?: SystemLouis | null;
}

/** Every braille code behind one door. The thread or process with liblouis starts with the first text that needs it. */
export function createBrailleEngine({ system = null, ...options }: EngineOptions = {}): BrailleEngine {
  const build = new LouisClient(options);
  const installed = system && new LouisClient(options, startSystemLouis(system, { ...LOUIS_DEFAULTS, ...options }));
  const louisOf = (code: string): LouisClient => (installed && isOfSystem(code, system) ? installed : build);

  async function translate(
    print: PrintText,
    code: string,
    call: BrailleCallOptions = {},
  ): Promise<BrailleText | BrailleRefusal> {
    call.signal?.throwIfAborted();
    const edition = KOREAN[code];
    if (edition) return translateKorean(print, { edition });
    if (isUeb(code)) return translateWithMath(print, call.math ?? 'UEB', (piece) => byLouis(piece, code, call));
    return byLouis(print, code, call);
  }

  async function byLouis(
    print: PrintText,
    code: string,
    call: BrailleCallOptions,
  ): Promise<BrailleText | BrailleRefusal> {
    const refusal = refuseText(print);
    if (refusal) return refusal;
    const table = tableOf(code);
    if (table === undefined) return unsupported(code);
    if (print.text === '') return { cells: '', groups: [] };
    return translateAroundHangul(print, async ({ text: written, spans = [] }) => {
      const text = isUeb(code) ? asUebPrint(written) : written;
      const typeforms = typeformsOf(text.length, spans);
      const answer = await louisOf(code).ask({ kind: 'TRANSLATE', table, text, typeforms }, call.signal);
      return groupCells(text, answer, isUeb(code) ? uebLetter : undefined);
    });
  }

  async function backTranslate(
    cells: string,
    code: string,
    call: BrailleCallOptions = {},
  ): Promise<BackTranslation | BrailleRefusal> {
    const at = notBrailleIn(cells);
    if (at >= 0) return { refused: 'NOT_BRAILLE', at, message: `Place ${at} is no braille cell.` };
    if (KOREAN[code]) return backTranslateKorean(cells);
    const table = tableOf(code);
    if (table === undefined) return unsupported(code);
    if (cells === '') return { text: '', places: [], readShare: 1 };
    const { cells: text, places } = await louisOf(code).ask(
      { kind: 'BACK_TRANSLATE', table, text: cells, typeforms: null },
      call.signal,
    );
    return { text, places, readShare: 1 };
  }

  return {
    codes: async () => listBrailleCodes(),
    translate,
    backTranslate,
    editionOf: (code) => editionOfCode(code, system),
    close: async () => void (await Promise.all([build.close(), installed?.close()])),
  };
}

const unsupported = (code: string): BrailleRefusal => ({
  refused: 'UNSUPPORTED_CODE',
  at: null,
  message: `There is no braille code named ${code.slice(0, 40)} here.`,
});

/** The first character that is neither a cell nor a line feed, -1 where all are. */
function notBrailleIn(cells: string): number {
  for (let at = 0; at < cells.length; at++) {
    const code = cells.charCodeAt(at);
    if ((code < 0x2800 || code > 0x28ff) && code !== 10) return at;
  }
  return -1;
}
