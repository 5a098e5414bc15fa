/** A text in the form that the writers know, and where each of its units was in the source; null where nothing moved. */
export interface Normalized {
  readonly text: string;
  /** One entry a unit and one for the end. */
  readonly places: Uint32Array | null;
}

/** What is not as the writers want it: decomposed or full-width forms, unit ligatures, Roman numerals in one piece, invisible characters. */
const OTHER =
  /[\u00ad\u00b2\u00b3\u00b5\u00b9\u2000-\u2011\u2027\u2028\u2029\u2060\u2126\u212b\u2160-\u217f\u2212\u2215\u2219\u223c\u22ef\u2500\u3371-\u33df\ufe00-\ufe0f\ufeff\uff01-\uff5e\uffe0-\uffe6\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\r]|°[CF](?![A-Za-z])/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]/;
/** Old letters keep their conjoining form: only modern syllables compose. */
const MODERN = /^[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?$/;
/** Degrees of a scale in two characters are its one sign. */
const DEGREES: Readonly<Record<string, string>> = { '°C': '℃', '°F': '℉' };
const SUPERSCRIPTS: Readonly<Record<string, string>> = { '2': '²', '3': '³' };

/** Brings a text into one form and keeps the way back to the source. */
export function normalize(source: string): Normalized {
  if (!OTHER.test(source)) return { text: source, places: null };
  const pieces: string[] = [];
  const places: number[] = [];
  let at = 0;
  while (at < source.length) {
    const length = takes(source, at);
    const written = form(source.slice(at, at + length));
    for (let unit = 0; unit < written.length; unit++) places.push(at);
    pieces.push(written);
    at += length;
  }
  places.push(source.length);
  return { text: pieces.join(''), places: Uint32Array.from(places) };
}

/** A modern syllable in conjoining letters is one piece, and so is the degree sign with its scale; all else is a unit. */
function takes(source: string, at: number): number {
  const code = source.charCodeAt(at);
  if (code === 0xb0) return /^°[CF](?![A-Za-z])/.test(source.slice(at, at + 3)) ? 2 : 1;
  if (code < 0x1100 || code > 0x1112) return 1;
  for (const length of [3, 2]) {
    const piece = source.slice(at, at + length);
    const next = source.charCodeAt(at + length);
    const goesOn = (next >= 0x1160 && next <= 0x11ff) || (next >= 0xd7b0 && next <= 0xd7ff);
    if (MODERN.test(piece) && !goesOn) return length;
  }
  return 1;
}

function form(piece: string): string {
  const code = piece.charCodeAt(0);
  if (piece.length > 1) return DEGREES[piece] ?? piece.normalize('NFC');
  if (code < 0x80 && code !== 13) return piece;
  if (INVISIBLE.test(piece) || code === 13) return '';
  // Hyphens that programs tell apart, and an ellipsis in the middle of the line.
  if (code === 0x2010 || code === 0x2011) return '-';
  if (code === 0x22ef) return '…';
  if (code === 0x2027 || code === 0x2219) return '·';
  if (code === 0x2126) return 'Ω';
  if (code === 0x212b) return 'Å';
  if (code === 0xb5) return 'μ';
  if (code === 0x2212) return '−';
  if (code === 0x2215) return '/';
  if (code === 0x223c) return '~';
  if (code === 0x2500) return '―';
  if (code === 0x2028 || code === 0x2029) return '\n';
  if (code >= 0x2000 && code <= 0x200a) return ' ';
  if (code >= 0xffe0 && code <= 0xffe6) return '¢£¬¯¦¥₩'[code - 0xffe0] ?? piece;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x2160 && code <= 0x217f) return piece.normalize('NFKC');
  if (code >= 0x3371 && code <= 0x33df) return unitLetters(piece);
  return piece;
}

/** ㎢ is km². */
function unitLetters(piece: string): string {
  const letters = piece.normalize('NFKC');
  const power = SUPERSCRIPTS[letters.at(-1) ?? ''];
  return power === undefined ? letters : letters.slice(0, -1) + power;
}
