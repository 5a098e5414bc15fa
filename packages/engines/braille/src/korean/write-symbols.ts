import { DIGIT_CELLS, spaceAfterNumber } from './write-number.ts';
import { isBlank, isDigit, isHangul, type Scan, unitAt, type Writer } from './scan.ts';
import { angleBracketAt } from './angle-brackets.ts';
import { FRACTIONS, HIDING, OPERATORS, ROMAN_SIGNED, scriptOf, type Symbol, SYMBOLS } from './symbols.ts';

/** Symbols: operators, units, currency, arrows, circled characters, bullets, placeholders, braille in print. */
export const writeSymbol: Writer = (scan, at) => {
  const char = scan.text[at] ?? '';
  const symbol = SYMBOLS.get(char);
  if (symbol) return writePlain(scan, at, symbol);
  if (char === '%') return writePercent(scan, at);
  if (FRACTIONS.has(char)) return writeFraction(scan, at, char);
  if (HIDING.has(char) && !isMultiplication(scan, at)) return writePlaceholder(scan, at, char);
  if (char === '<' || char === '>') return writeAngle(scan, at, char);
  if ((char === '-' || char === '−') && isSignOfNumber(scan, at)) return writeSignOfNumber(scan, at, char);
  if (OPERATORS.has(char) || isMinus(scan, at)) return writeOperator(scan, at, char);
  if (ROMAN_SIGNED.has(char)) return writeRomanSigned(scan, at, char);
  if (char === '*' || char === '※') return writeAsterisk(scan, at, char);
  if (char === '_') return writeBlankToFill(scan, at);
  if (scriptOf(char)) return writeScript(scan, at);
  if (char >= '\u2800' && char <= '\u28ff') return writePrintedBraille(scan, at);
  return at;
};

function writePlain({ text, out }: Scan, at: number, symbol: Symbol): number {
  const spaced = symbol.standing === 'SPACED';
  if (spaced && at > 0) out.space(at, symbol.rule);
  out.write(symbol.cells, at, at + 1, symbol.rule, { undecided: symbol.undecided });
  const next = unitAt(text, at + 1);
  if (spaced ? next >= 0 && !isBlank(next) : symbol.standing === 'BEFORE_HANGUL' && isHangul(next))
    out.space(at + 1, symbol.rule);
  return at + 1;
}

/** % and %p, with a blank before Hangul (article 69). */
function writePercent({ text, out }: Scan, at: number): number {
  const point = text[at + 1] === 'p' && !/[a-z]/.test(text[at + 2] ?? '');
  const end = at + (point ? 2 : 1);
  out.write(point ? '⠴⠏⠏' : '⠴⠏', at, end, 'UNIT', { glued: at > 0 && isDigit(unitAt(text, at - 1)) });
  if (isHangul(unitAt(text, end))) out.space(end, 'UNIT');
  return end;
}

/** Denominator, fraction sign, numerator (article 47). */
function writeFraction(scan: Scan, at: number, char: string): number {
  const [numerator, denominator] = FRACTIONS.get(char) ?? [0, 0];
  const glued = isDigit(unitAt(scan.text, at - 1));
  scan.out.write(`⠼${DIGIT_CELLS[denominator]}⠌⠼${DIGIT_CELLS[numerator]}`, at, at + 1, 'FRACTION', { glued });
  spaceAfterNumber(scan, at + 1);
  return at + 1;
}

/** × is a sign of multiplication where something stands on both sides of it; at the head of a word it hides letters. */
function isMultiplication({ text }: Scan, at: number): boolean {
  if (text[at] === '×' && text.length === 1) return true;
  if (text[at] !== '×' || text[at + 1] === '×' || text[at - 1] === '×') return false;
  const spaced = isBlank(unitAt(text, at - 1)) && isBlank(unitAt(text, at + 1));
  return spaced || (at > 0 && !isBlank(unitAt(text, at - 1)));
}

const isMinus = ({ text }: Scan, at: number): boolean => {
  if (text[at] !== '-' || !isDigit(unitAt(text, at + 1)) || at === 0) return false;
  const around = text.slice(Math.max(0, at - 12), at + 13);
  return /[=×÷]/.test(around) && !/\s/.test(text[at - 1] ?? ' ');
};

/** A hyphen that nothing stands before, and a number after: a minus sign, most surely where a unit of measure follows. */
const isSignOfNumber = ({ text }: Scan, at: number): boolean =>
  isDigit(unitAt(text, at + 1)) && /^[\s(]?$/.test(text[at - 1] ?? '');

function writeSignOfNumber({ text, out }: Scan, at: number, char: string): number {
  // Print's own minus sign leaves nothing open.
  const isMinusSign = char === '−';
  const isMeasured = isMinusSign || /^-\d[\d.,]*\s?[℃℉°%‰]/.test(text.slice(at, at + 24));
  out.write(isMeasured ? '⠔' : '⠤', at, at + 1, isMeasured ? 'OPERATOR' : 'PUNCTUATION', {
    undecided: isMinusSign ? null : 'SIGN_FORM',
  });
  out.glueNext();
  return at + 1;
}

/** Keyboards have one pair of signs for comparisons and for angle brackets (45 and 54). */
function writeAngle(scan: Scan, at: number, char: string): number {
  if (!angleBracketAt(scan.text, at)) return writeOperator(scan, at, char);
  const opens = char === '<';
  scan.out.write(opens ? '⠐⠶' : '⠶⠂', at, at + 1, 'BRACKETS', { glued: !opens, undecided: 'SIGN_FORM' });
  if (opens) scan.out.glueNext();
  return at + 1;
}

/** Between words of Hangul an operator is spaced; between numbers print's spacing stands; else the article is silent (46). */
function writeOperator({ text, out }: Scan, at: number, char: string): number {
  const cells = OPERATORS.get(char) ?? '⠔';
  const left = wordBefore(text, at);
  const right = wordAfter(text, at + 1);
  const both = hasHangul(left) && hasHangul(right) && !/^\d[\d.]*(?:이|은|는|을|를|의|로|가|와|과)/.test(right);
  const one = !both && (hasHangul(left) || hasHangul(right)) && left !== '' && right !== '';
  const undecided = one ? 'OPERATOR_BESIDE_NUMBER' : char === '±' ? 'SIGN_FORM' : null;
  const rule = both ? 'OPERATOR_SPACE' : 'OPERATOR';
  if (both || (one && hasHangul(left))) out.space(at, 'OPERATOR_SPACE', undecided);
  out.write(cells, at, at + 1, rule, { undecided });
  if (both && !isBlank(unitAt(text, at + 1))) out.space(at + 1, 'OPERATOR_SPACE');
  return at + 1;
}

const wordBefore = (text: string, at: number): string =>
  /[^\s+−±×÷=≠<>≤≥([{]*$/.exec(text.slice(Math.max(0, at - 24), at).trimEnd())?.[0] ?? '';
const wordAfter = (text: string, at: number): string =>
  /^\s?([^\s+−±×÷=≠<>≤≥)\]}]*)/.exec(text.slice(at, at + 24))?.[1] ?? '';
const hasHangul = (word: string): boolean => /[가-힣]/.test(word);

/** Hidden letters (57), a missing letter (58), an item mark (72) or a blank to fill in (73): print shows the same signs. */
function writePlaceholder(scan: Scan, at: number, char: string): number {
  const { text, out } = scan;
  let end = at;
  while (text[end] === char) end += 1;
  const count = end - at;
  const cell = HIDING.get(char) ?? '';
  const startsLine = at === 0 || unitAt(text, at - 1) === 10;
  if (count === 1 && startsLine && (end >= text.length || isBlank(unitAt(text, end)))) {
    if (char !== '×') {
      // The article names three; the others are written as the usual one.
      const isNamed = '○△□'.includes(char);
      out.write(isNamed ? `⠸${cell}` : '⠸⠲', at, end, 'BULLET', { undecided: isNamed ? null : 'SIGN_FORM' });
      return end;
    }
  }
  if (char === '□' && count === 1) {
    out.write('⠸⠦⠀⠴⠇', at, end, 'BLANK_TO_FILL', { undecided: 'PLACEHOLDER' });
    return end;
  }
  const rule = char === '□' ? 'MISSING' : 'HIDDEN';
  out.write(`⠸${cell.repeat(count)}⠇`, at, end, rule, {
    undecided: count === 1 && char === '□' ? 'PLACEHOLDER' : null,
  });
  return end;
}

function writeRomanSigned({ text, out }: Scan, at: number, char: string): number {
  const next = unitAt(text, at + 1);
  out.write(`⠴${ROMAN_SIGNED.get(char) ?? ''}`, at, at + 1, 'SIGN_ROMAN');
  if (!isDigit(next)) out.write('⠲', at + 1, at + 1, 'ROMAN_END', { glued: true });
  return at + 1;
}

/** A star that points to a note stands where print has it; ※ is spaced (article 60). */
function writeAsterisk({ text, out }: Scan, at: number, char: string): number {
  const next = unitAt(text, at + 1);
  if (char === '※' && at > 0) out.space(at, 'ASTERISK');
  // Where a text has both, the reference mark takes its own form (article 60, proviso 1).
  const cells = char === '※' && text.includes('*') ? '⠸⠔' : '⠐⠔';
  out.write(cells, at, at + 1, 'ASTERISK', { glued: char === '*' && at > 0 && !isBlank(unitAt(text, at - 1)) });
  if (char === '※' && next >= 0 && !isBlank(next)) out.space(at + 1, 'ASTERISK');
  return at + 1;
}

/** A blank to fill in is one sign however long print draws it (73); a lone low line is a sign of its own (71). */
function writeBlankToFill({ text, out }: Scan, at: number): number {
  let end = at;
  while (text[end] === '_') end += 1;
  const run = end - at > 1;
  out.write('⠸⠤', at, end, run ? 'BLANK_TO_FILL' : 'SIGN', { undecided: run ? 'PLACEHOLDER' : null });
  return end;
}

function writeScript(scan: Scan, at: number): number {
  const { text, out } = scan;
  const sign = scriptOf(text[at] ?? '')?.sign ?? '⠘';
  let cells: string = sign;
  let inNumber = false;
  let end = at;
  for (let script = scriptOf(text[end] ?? ''); script?.sign === sign; script = scriptOf(text[end] ?? '')) {
    if (isDigit(script.digit.charCodeAt(0))) {
      cells += (inNumber ? '' : '⠼') + (DIGIT_CELLS[Number(script.digit)] ?? '');
      inNumber = true;
    } else {
      cells += OPERATORS.get(script.digit) ?? '';
      inNumber = false;
    }
    end += 1;
  }
  out.write(cells, at, end, 'SCRIPT', { glued: true });
  if (inNumber) spaceAfterNumber(scan, end);
  return end;
}

/** Braille that print shows is announced and followed by a blank (article 67). */
function writePrintedBraille({ text, out }: Scan, at: number): number {
  let end = at;
  while ((text[end] ?? '') >= '\u2800' && (text[end] ?? '') <= '\u28ff') end += 1;
  out.write(`⠸⠿${text.slice(at, end)}`, at, end, 'PRINTED_BRAILLE');
  if (end < text.length && !isBlank(unitAt(text, end))) out.space(end, 'PRINTED_BRAILLE');
  return end;
}
