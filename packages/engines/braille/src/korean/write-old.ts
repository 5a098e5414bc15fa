import { OLD_ALONE, oldFinal, oldInitial, oldMedial, TONES } from './old-letters.ts';
import { F, FINALS, finalOf, INITIALS, initialOf, isSyllable, MEDIALS, medialOf } from './letters.ts';
import { endsWord, type Scan, unitAt, type Writer } from './scan.ts';

const FULL_CELL = '⠿';

/** Old Hangul in conjoining letters, old letters on their own, and tone marks, which braille writes before their syllable (19 to 27). */
export const writeOldHangul: Writer = (scan, at) => {
  const { text, out } = scan;
  const alone = OLD_ALONE.get(text[at] ?? '');
  if (alone?.startsWith(FULL_CELL) && endsWord(scan, at)) {
    const undecided = scan.edition === '2020' ? 'JAMO_POSITION' : null;
    out.write(`⠸${alone.slice(FULL_CELL.length)}`, at, at + 1, 'OLD_IN_WORD', { undecided });
    return at + 1;
  }
  if (alone !== undefined) {
    out.write(
      alone,
      at,
      at + 1,
      text.charCodeAt(at) >= 0x3186 && !'ㆄㆅㆆ'.includes(text[at] ?? '') ? 'OLD_VOWEL' : 'OLD_ALONE',
    );
    return at + 1;
  }
  const code = unitAt(text, at);
  if (isSyllable(code)) return takesTone(text, at + 1) || isOldFinalNext(text, at) ? writeMixed(scan, at) : at;
  const first = oldInitial(code) ?? oldMedial(code);
  return first === undefined ? at : writeConjoined(scan, at);
};

const takesTone = (text: string, at: number): boolean => TONES.has(unitAt(text, at));
const isOldFinalNext = (text: string, at: number): boolean =>
  finalOf(unitAt(text, at)) === F.NONE && oldFinal(unitAt(text, at + 1)) !== undefined;

/** A modern syllable that has an old final or a tone mark after it: its letters are written out. */
function writeMixed({ text, out }: Scan, at: number): number {
  const code = unitAt(text, at);
  const final = isOldFinalNext(text, at) ? oldFinal(unitAt(text, at + 1)) : undefined;
  const end = at + (final ? 2 : 1);
  const tone = TONES.get(unitAt(text, end));
  const stop = tone === undefined ? end : end + 1;
  if (tone !== undefined) {
    out.write(tone, end, stop, 'TONE');
    out.glueNext();
  }
  const initial = INITIALS[initialOf(code)] ?? '';
  if (initial !== '') out.write(initial, at, end, 'INITIAL');
  out.write(MEDIALS[medialOf(code)] ?? '', at, end, 'OLD_FULL_A', { glued: initial !== '' });
  if (final) out.write(final.cells, at, end, final.rule, { glued: true });
  else if (finalOf(code) !== F.NONE) out.write(FINALS[finalOf(code)] ?? '', at, end, 'FINAL', { glued: true });
  return stop;
}

function writeConjoined({ text, out }: Scan, at: number): number {
  const initial = unitAt(text, at) === 0x115f ? { cells: '', rule: 'INITIAL' as const } : oldInitial(unitAt(text, at));
  const medialAt = at + (initial ? 1 : 0);
  const medial = oldMedial(unitAt(text, medialAt));
  if (!medial) {
    // A first letter without a vowel stands alone.
    out.write(`⠿${initial?.cells ?? ''}`, at, at + 1, 'OLD_ALONE');
    return at + 1;
  }
  const final = oldFinal(unitAt(text, medialAt + 1));
  const end = medialAt + (final ? 2 : 1);
  const tone = TONES.get(unitAt(text, end));
  const stop = tone === undefined ? end : end + 1;
  if (tone !== undefined) {
    out.write(tone, end, stop, 'TONE');
    out.glueNext();
  }
  let glued = false;
  for (const part of [initial, medial, final]) {
    if (!part || part.cells === '') continue;
    out.write(part.cells, at, end, part.rule, { glued });
    glued = true;
  }
  return stop;
}
