// Korean print may end a line in the middle of a word, without a hyphen. Where the file does not say where words end, the words
// that stand whole inside other lines of the same document do.

/** Lines of a paragraph, one below the other. */
export type Lines = readonly string[];

/** Whether the last word of a line goes on in the next. */
export interface DividedWords {
  goesOn(line: string, next: string): boolean;
}

/** So many beginnings of words are kept of a document. */
const WORDS_MAX = 50_000;
/** Fewer divided words than this share, of those that can be told: a document that divides none, and what looks so is chance. */
const DIVIDED_SHARE_MIN = 0.04;
const TOLD_MIN = 8;
/** Two syllables of the next line tell whether they begin a word. */
const BEGINNING = 2;

/** Particles and endings, which begin no word: a line that begins with one goes on with the word before. */
const ENDINGS: ReadonlySet<string> = new Set([
  ...[
    '는',
    '를',
    '을',
    '에',
    '의',
    '와',
    '로',
    '에는',
    '에도',
    '에서',
    '에서는',
    '에서도',
    '으로',
    '으로는',
    '로는',
    '에게',
  ],
  ...[
    '다',
    '니다',
    '습니다',
    '입니다',
    '었습니다',
    '았습니다',
    '였습니다',
    '겠습니다',
    '십시오',
    '다는',
    '다고',
    '라는',
  ],
  ...[
    '지만',
    '었지만',
    '았지만',
    '이지만',
    '려면',
    '으려면',
    '려고',
    '으려고',
    '므로',
    '으므로',
    '면서',
    '으면서',
    '도록',
  ],
  ...['거나', '이거나', '이며', '이고', '지는', '적인', '적으로', '적이고', '적입니다', '들은', '들을', '들이', '들의'],
]);

const LAST = /(?<=^|[\s(“‘"'])[가-힣]+$/;
const FIRST = /^[가-힣]+/;

/** Learns the words of a document from some of its lines; nothing is divided where too little can be told. */
export function learnDividedWords(paragraphs: readonly Lines[]): DividedWords {
  const known = countWords(paragraphs.flat());
  const told = { divided: 0, whole: 0 };
  for (const lines of paragraphs)
    lines.slice(1).forEach((next, at) => {
      const goesOn = tell(known, lines[at] ?? '', next);
      if (goesOn !== undefined) told[goesOn ? 'divided' : 'whole'] += 1;
    });
  const sum = told.divided + told.whole;
  const share = told.divided / Math.max(1, sum);
  if (sum < TOLD_MIN || share < DIVIDED_SHARE_MIN) return { goesOn: () => false };
  const isLikely = share > 0.5;
  return { goesOn: (line, next) => tell(known, line, next) ?? (isLikely && LAST.test(line) && FIRST.test(next)) };
}

interface KnownWords {
  /** How often a word stands alone. */
  readonly whole: ReadonlyMap<string, number>;
  /** How often words begin so. */
  readonly beginnings: ReadonlyMap<string, number>;
}

/** The words that begin and end inside a line; those at its ends may be parts. */
function countWords(lines: Lines): KnownWords {
  const whole = new Map<string, number>();
  const beginnings = new Map<string, number>();
  for (const line of lines)
    for (const token of line.split(/\s+/).slice(1, -1)) {
      const word = FIRST.exec(token)?.[0];
      if (!word || beginnings.size > WORDS_MAX) continue;
      if (word === token) whole.set(word, (whole.get(word) ?? 0) + 1);
      for (let length = 1; length <= word.length; length += 1) {
        const beginning = word.slice(0, length);
        beginnings.set(beginning, (beginnings.get(beginning) ?? 0) + 1);
      }
    }
  return { whole, beginnings };
}

/** Undefined when neither is known, or both as well. */
function tell({ whole, beginnings }: KnownWords, line: string, next: string): boolean | undefined {
  const [last] = LAST.exec(line) ?? [];
  const [first] = FIRST.exec(next) ?? [];
  if (!last || !first) return undefined;
  if (ENDINGS.has(first)) return true;
  const beginning = first.slice(0, BEGINNING);
  const asOne = beginnings.get(last + beginning) ?? 0;
  const apart = Math.min(whole.get(last) ?? 0, beginnings.get(beginning) ?? 0);
  return asOne === apart ? undefined : asOne > apart;
}
