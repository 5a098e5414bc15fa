import type { BrailleRefusal, BrailleText, CellGroup, PrintText } from '../contract.ts';
import { isRefusal } from '../contract.ts';
import { translateKorean } from '../korean/translate.ts';
import { cutPrint } from '../math/translate-with-math.ts';

type Translate = (print: PrintText) => Promise<BrailleText | BrailleRefusal>;

/** Words of Hangul and the blanks between them. */
const HANGUL = /[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]+(?: +[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]+)*/g;

/** No table has Hangul: it goes by the Korean rules, all else through `translate`; each group keeps its place in the whole text. */
export async function translateAroundHangul(
  print: PrintText,
  translate: Translate,
): Promise<BrailleText | BrailleRefusal> {
  const groups: CellGroup[] = [];
  let done = 0;
  for (const { start, end } of [...hangulIn(print.text), { start: print.text.length, end: print.text.length }]) {
    if (start > done) {
      const words = await translate(cutPrint(print, { start: done, end: start }));
      if (isRefusal(words)) return words;
      groups.push(...moved(words.groups, done));
    }
    if (end > start) {
      const name = translateKorean(cutPrint(print, { start, end }));
      if (isRefusal(name)) return name;
      groups.push(...signed(moved(name.groups, start), { start, end }));
    }
    done = end;
  }
  return { cells: groups.map(({ cells }) => cells).join(''), groups };
}

const hangulIn = (text: string) =>
  [...text.matchAll(HANGUL)].map(({ 0: run, index }) => ({ start: index, end: index + run.length }));

/** What touches Hangul stays on its line. */
const moved = (groups: readonly CellGroup[], by: number): CellGroup[] =>
  groups.map((group, at) => ({
    ...group,
    start: group.start + by,
    end: group.end + by,
    glued: group.glued || (at === 0 && by > 0 && !/^[⠀\n]/.test(group.cells)),
  }));

/** Between the signs of article 39; UEB has others of its own, so they are left open. */
function signed(groups: readonly CellGroup[], { start, end }: { readonly start: number; readonly end: number }) {
  const sign = (cells: string, at: number, glued: boolean): CellGroup => {
    const place = { start: at, end: at, rule: 'HANGUL_IN_ROMAN' };
    return { cells, ...place, glued, atLineEnd: null, undecided: 'MAIN_SCRIPT' };
  };
  const [first, ...rest] = groups;
  return [sign('⠸⠷', start, false), ...(first ? [{ ...first, glued: true }] : []), ...rest, sign('⠸⠾', end, true)];
}
