import type { BrailleEdition } from '../contract.ts';

interface Rule {
  /** Article of the 2024 revision. */
  readonly y2024: number;
  /** Article of the 2020 revision, null where its number could not be checked. */
  readonly y2020: number | null;
  readonly ko: string;
  readonly en: string;
}

const rule = (y2024: number, y2020: number | null, ko: string, en: string): Rule => ({ y2024, y2020, ko, en });

/** Every rule of Hangul braille that the engine applies; its name stays when an edition renumbers. */
export const KOREAN_RULES = {
  INITIAL: rule(1, 1, '첫소리 자음자', 'First consonants'),
  INITIAL_DOUBLED: rule(2, 2, '된소리 글자는 된소리표를 앞세워요', 'Doubled first consonants take the sign ⠠'),
  FINAL: rule(3, 3, '받침', 'Final consonants'),
  FINAL_DOUBLED: rule(4, 4, '쌍받침 ㄲ과 ㅆ', 'Doubled finals ㄲ and ㅆ'),
  FINAL_CLUSTER: rule(5, 5, '겹받침은 어울러 적어요', 'Final clusters join their letters'),
  VOWEL: rule(6, 6, '기본 모음자', 'The ten basic vowels'),
  VOWEL_OTHER: rule(7, 7, '그 밖의 모음자', 'The other vowels'),
  JAMO_ALONE: rule(8, 9, '단독으로 쓰인 자모는 온표를 앞세워요', 'A letter on its own takes the full cell'),
  JAMO_AS_NUMBER: rule(9, null, '번호로 쓰인 자음자', 'A consonant used as an item number'),
  JAMO_IN_WORD: rule(10, null, '단어에 붙은 자음자는 ⠸을 앞세워요', 'A consonant joined to a word takes ⠸'),
  SEPARATOR_YE: rule(11, 10, '모음자와 예 사이의 구분표', 'A separator between a vowel and 예'),
  SEPARATOR_AE: rule(12, 11, 'ㅑ, ㅘ, ㅜ, ㅝ와 애 사이의 구분표', 'A separator between ㅑ, ㅘ, ㅜ, ㅝ and 애'),
  CONTRACTION_A: rule(13, null, '가, 나, 다, … 하의 약자', 'Contractions that leave ㅏ out'),
  NO_CONTRACTION: rule(14, null, '모음이 이어지면 약자를 쓰지 않아요', 'Before a vowel, ㅏ is written out'),
  CONTRACTION_RIME: rule(15, null, '억, 언, 얼, … 인, 것의 약자', 'Contractions of vowel and final'),
  CONTRACTION_DOUBLED: rule(16, null, '까, 싸, 껏', 'Contractions with the doubling sign'),
  CONTRACTION_SEONG: rule(17, null, '성, 썽, 정, 쩡, 청', '성, 썽, 정, 쩡, 청 use the sign of 영'),
  WORD_SIGN: rule(18, 18, '그래서, 그러나, … 그리하여의 약어', 'Seven abbreviated words'),
  OLD_LETTER: rule(19, 19, '옛 자음자는 옛 글자표를 앞세워요', 'Old consonants take the old letter sign'),
  OLD_ALONE: rule(19, 19, '단독으로 쓰인 옛 자음자', 'Old consonants on their own'),
  OLD_LIGHT: rule(20, null, '연서로 만든 옛 자음자', 'Old consonants with ㅇ under them'),
  OLD_DOUBLED: rule(21, 21, '각자 병서로 만든 옛 자음자', 'Old doubled consonants'),
  OLD_JOINED: rule(22, null, '합용 병서로 만든 옛 자음자', 'Old joined consonants'),
  OLD_FINALS: rule(22, null, '현재 쓰이지 않는 겹받침', 'Old final clusters'),
  OLD_IN_WORD: rule(
    23,
    null,
    '단어의 중간이나 끝에 붙은 자음자는 ⠸을 앞세워요',
    'A consonant at the middle or end of a word takes ⠸',
  ),
  OLD_FULL_A: rule(24, null, '옛 자음자가 있으면 모음을 모두 적어요', 'Beside old consonants vowels are written out'),
  OLD_VOWEL: rule(25, 25, '옛 모음자', 'Old vowels'),
  OLD_I: rule(26, null, '단독으로 쓰인 딴이(ㅣ)', 'ㅣ on its own after a Chinese character'),
  TONE: rule(27, null, '방점', 'Tone marks'),
  LETTER: rule(28, null, '로마자는 통일영어점자로 적어요', 'Roman letters follow Unified English Braille'),
  ROMAN_START: rule(29, null, '로마자표', 'The Roman sign'),
  ROMAN_END: rule(29, null, '로마자 종료표', 'The Roman terminator'),
  GREEK: rule(30, null, '그리스 문자', 'Greek letters'),
  ROMAN_TEXT: rule(32, null, '로마자표와 종료표 사이의 표기', 'Inside a Roman passage'),
  ROMAN_MARK: rule(33, null, '로마자와 한글 사이의 문장 부호', 'Punctuation between Roman letters and Hangul'),
  ROMAN_FIRST_WORD: rule(
    37,
    null,
    '로마자표 바로 뒤에는 단어 약자를 쓰지 않아요',
    'No wordsign right after the Roman sign',
  ),
  IPA: rule(38, null, '국제음성기호', 'Signs of the International Phonetic Alphabet'),
  HANGUL_IN_ROMAN: rule(39, null, '로마자 사이의 한글', 'Hangul inside a Roman sentence or address'),
  DIGITS: rule(40, null, '숫자와 수표', 'Digits and the number sign'),
  DIGIT_COMMA: rule(41, null, '숫자 사이의 쉼표와 자릿점', 'A comma between digits'),
  DIGIT_SPLIT: rule(42, null, '긴 숫자를 두 줄에 나눌 때의 연결표', 'A long number over two lines'),
  DIGIT_AGAIN: rule(
    43,
    null,
    '다른 기호 뒤에는 수표를 다시 적어요',
    'Other signs between digits repeat the number sign',
  ),
  DIGIT_SPACE: rule(44, null, '숫자와 혼동되는 글자 앞은 띄어요', 'A space before letters that look like digits'),
  OPERATOR: rule(45, null, '연산 기호와 비교 기호', 'Signs of operation and comparison'),
  OPERATOR_SPACE: rule(46, null, '한글 사이의 연산 기호는 앞뒤를 띄어요', 'Operators between Hangul are spaced'),
  FRACTION: rule(47, null, '분수', 'Fractions'),
  DECIMAL: rule(48, null, '소수점', 'The decimal point'),
  PUNCTUATION: rule(49, null, '문장 부호', 'Punctuation'),
  MIDDLE_DOT: rule(50, null, '가운뎃점', 'The middle dot'),
  COLON: rule(51, null, '쌍점', 'The colon'),
  SLASH: rule(52, null, '빗금', 'The slash'),
  ELLIPSIS: rule(53, null, '줄임표', 'The ellipsis'),
  BRACKETS: rule(54, null, '따옴표와 괄호는 붙여 써요', 'Quotes and brackets stay with their words'),
  DASH: rule(55, null, '줄표와 물결표', 'Dashes and the wave dash'),
  EMPHASIS: rule(56, null, '드러냄표, 밑줄, 굵은 글자', 'Emphasis'),
  HIDDEN: rule(57, null, '숨김표', 'Signs that hide letters'),
  MISSING: rule(58, null, '빠짐표', 'Signs for missing letters'),
  SEMICOLON: rule(59, null, '쌍반점', 'The semicolon'),
  ASTERISK: rule(60, null, '별표와 참고표', 'Asterisks and reference marks'),
  APOSTROPHE: rule(61, null, '아포스트로피', 'The apostrophe'),
  DITTO: rule(62, null, '상동 기호', 'The ditto mark'),
  LONG_SOUND: rule(63, null, '긴소리표', 'The long sound mark'),
  CIRCLED: rule(64, null, '동그라미 숫자와 문자', 'Circled numbers and letters'),
  CURRENCY: rule(65, null, '화폐 기호', 'Currency signs'),
  TRANSCRIBER_NOTE: rule(66, null, '점역자 주', "The transcriber's note"),
  PRINTED_BRAILLE: rule(67, null, '묵자에 표기된 점형', 'Braille shown in print'),
  SCRIPT: rule(68, null, '위 첨자와 아래 첨자', 'Superscripts and subscripts'),
  UNIT: rule(69, null, '단위 기호', 'Signs of units'),
  ARROW: rule(70, null, '화살표', 'Arrows'),
  SIGN: rule(71, null, '자주 쓰이는 기호', 'Common signs'),
  SIGN_ROMAN: rule(71, null, '로마자표를 앞세우는 기호', 'Signs that take the Roman sign'),
  BULLET: rule(72, null, '글머리 기호', 'Bullets'),
  BLANK_TO_FILL: rule(73, null, '채워 넣어야 할 빈칸', 'Blanks to fill in'),
} as const satisfies Readonly<Record<string, Rule>>;

export type KoreanRule = keyof typeof KOREAN_RULES | 'SPACE' | 'NO_RULE';

export interface RuleDescription {
  /** As 제13항; null where the edition's number could not be checked, or no article speaks of it. */
  readonly article: string | null;
  readonly title: { readonly ko: string; readonly en: string };
}

/** Names a rule for the proof view: the article in the asked edition, and what it says in a few words. */
export function describeRule(name: string, edition: BrailleEdition): RuleDescription {
  const math = /^MATH_KO_(\d+)$/.exec(name)?.[1];
  if (math !== undefined)
    return {
      article: edition === '2024' ? `수학 제${math}항` : null,
      title: MATH_TITLES[math] ?? OTHER_TITLES.NO_RULE,
    };
  const known: Rule | undefined = Object.hasOwn(KOREAN_RULES, name)
    ? KOREAN_RULES[name as keyof typeof KOREAN_RULES]
    : undefined;
  if (!known) return { article: null, title: OTHER_TITLES[name] ?? OTHER_TITLES.NO_RULE };
  const number = edition === '2024' ? known.y2024 : known.y2020;
  return { article: number === null ? null : `제${number}항`, title: { ko: known.ko, en: known.en } };
}

/** Articles of 수학 점자, the regulation's part on mathematics. */
const MATH_TITLES: Readonly<Record<string, RuleDescription['title']>> = {
  2: { ko: '연산 기호', en: 'Signs of operation' },
  3: { ko: '등호', en: 'The equals sign' },
  4: { ko: '부등호', en: 'Signs of inequality' },
  6: { ko: '괄호와 묶음 괄호', en: 'Brackets, and those that only hold together' },
  7: { ko: '분수', en: 'Fractions, the denominator first' },
  9: { ko: '비', en: 'Ratios' },
  10: { ko: '화살표', en: 'Arrows' },
  12: { ko: '수식의 로마자', en: 'Roman letters in formulas' },
  13: { ko: '그리스 문자', en: 'Greek letters' },
  17: { ko: '프라임', en: 'Primes' },
  18: { ko: '위 첨자', en: 'Superscripts' },
  19: { ko: '아래 첨자', en: 'Subscripts' },
  21: { ko: '절댓값', en: 'Absolute values' },
  22: { ko: '근호', en: 'Roots' },
};

const OTHER_TITLES: Readonly<Record<string, RuleDescription['title']>> & {
  readonly NO_RULE: RuleDescription['title'];
} = {
  SPACE: { ko: '띄어쓰기', en: 'A space' },
  MATH_KO: { ko: '수학 점자', en: 'Mathematics of the Korean Braille Regulation' },
  MATH_UEB: { ko: '통일영어점자 수학 표기', en: 'UEB, Guidelines for Technical Material' },
  MATH_NEMETH: { ko: '네메스 수학 점자 (1972)', en: 'Nemeth code (1972)' },
  LIBLOUIS: { ko: '점역표가 적었어요', en: 'Written by a liblouis table' },
  NO_RULE: { ko: '정해진 점자가 없어요', en: 'No braille is laid down for this' },
};
