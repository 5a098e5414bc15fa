import { isBlank, unitAt, type Writer } from './scan.ts';

const BLANK = '⠀';
/** A full cell between the transcriber's signs says that print has something here for which there are no cells. */
const UNKNOWN = '⠠⠄⠿⠠⠄';
/** What may be in one run of it: marks, private and unassigned characters, other scripts, pictures beyond the basic plane. */
const RUN =
  /^(?:[\p{M}\p{Co}\p{Cn}\p{Cc}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Arabic}]|[\u{10000}-\u{10ffff}])$/u;
const BOX = 0x20de;
const LINE_FEED = 10;

/** Blanks, line feeds, and what has no braille: one group for a whole run of it. */
export const writeOther: Writer = ({ text, out }, at) => {
  const code = unitAt(text, at);
  if (code === 10) {
    out.write('\n', at, at + 1, 'SPACE');
    return at + 1;
  }
  if (isBlank(code)) {
    out.write(BLANK, at, at + 1, 'SPACE');
    return at + 1;
  }
  let end = at + unitsAt(text, at);
  while (end < text.length && goesOn(text, end)) end += unitsAt(text, end);
  out.write(UNKNOWN, at, end, 'NO_RULE', { undecided: 'NO_SIGN' });
  return end;
};

const unitsAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

function goesOn(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  if (code === BOX || code === LINE_FEED || isBlank(code)) return false;
  return RUN.test(String.fromCodePoint(code));
}
