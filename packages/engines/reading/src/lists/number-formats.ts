/** How a list writes its numbers. */
export type NumberFormat = (number: number) => string;

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;
const ROMAN_MAX = 3_999;
/** A letter is repeated for each further round of the alphabet, not without end. */
const LETTERS_MAX = 3;

/** Signs that follow one another and begin again after the last. */
const round =
  (signs: string): NumberFormat =>
  (number) =>
    number < 1 ? String(number) : [...signs][(number - 1) % [...signs].length]!;

/** Signs in circles, as far as Unicode has them; beyond them the number as it is. */
const circled =
  (...runs: readonly (readonly [from: number, first: number, last: number])[]): NumberFormat =>
  (number) => {
    const run = runs.find(([, first, last]) => number >= first && number <= last);
    return run ? String.fromCodePoint(run[0] + number - run[1]) : String(number);
  };

/** 십이, 百二十: a digit before each rank unless it is one; up to 9 999. */
const ranked =
  (digits: string, ranks: readonly [string, string, string]): NumberFormat =>
  (number) => {
    if (number < 1 || number > 9_999) return String(number);
    const places = [...String(number)].map(Number).reverse();
    const written = places.map((digit, rank) => {
      const sign = digits[digit - 1] ?? '';
      return rank === 0 || digit === 0 ? sign : `${digit === 1 ? '' : sign}${ranks[rank - 1]}`;
    });
    return written.reverse().join('');
  };

export const lowerLetter: NumberFormat = (number) =>
  number < 1
    ? String(number)
    : String.fromCodePoint(97 + ((number - 1) % 26)).repeat(Math.min(LETTERS_MAX, Math.ceil(number / 26)));
export const upperLetter: NumberFormat = (number) => lowerLetter(number).toUpperCase();

export const lowerRoman: NumberFormat = (number) => {
  if (number < 1) return String(number);
  let left = Math.min(number, ROMAN_MAX);
  return ROMAN.reduce((text, [worth, sign]) => {
    const times = Math.floor(left / worth);
    left -= times * worth;
    return text + sign.repeat(times);
  }, '');
};
export const upperRoman: NumberFormat = (number) => lowerRoman(number).toUpperCase();

export const syllables = round('가나다라마바사아자차카타파하');
export const consonants = round('ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ');
export const stems = round('갑을병정무기경신임계');
export const stemsInHanja = round('甲乙丙丁戊己庚辛壬癸');

export const inHangul = ranked('일이삼사오육칠팔구', ['십', '백', '천']);
export const inHanja = ranked('一二三四五六七八九', ['十', '百', '千']);

export const circledDigit = circled([0x2460, 1, 20], [0x3251, 21, 35], [0x32b1, 36, 50]);
export const circledUpperLetter = circled([0x24b6, 1, 26]);
export const circledLowerLetter = circled([0x24d0, 1, 26]);
export const circledSyllable = circled([0x326e, 1, 14]);
export const circledConsonant = circled([0x3260, 1, 14]);
export const circledHanja = circled([0x3280, 1, 10]);
