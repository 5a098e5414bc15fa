import { isBlank, unitAt, type Writer } from './scan.ts';

const BLANK = '⠀';
/** A full cell between the transcriber's signs says that print has something here for which there are no cells. */
const UNKNOWN = '⠠⠄⠿⠠⠄';
const KNOWN = /[\s\u0020-\u007e\u00b7\u0391-\u03c9\u2010-\u201f\u2026\u3000-\u301f\u3131-\u318e\uac00-\ud7a3]/;

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
  let end = at + 1;
  while (end < text.length && !KNOWN.test(text[end] ?? '')) end += 1;
  out.write(UNKNOWN, at, end, 'NO_RULE', { undecided: 'NO_SIGN' });
  return end;
};
