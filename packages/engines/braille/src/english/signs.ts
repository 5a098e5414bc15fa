/** The Roman alphabet in cells, a to z. */
export const ALPHABET = '⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵';

/** A cell for each letter of a lower-case Roman word; other characters stay out. */
export const spell = (word: string): string => {
  let cells = '';
  for (let at = 0; at < word.length; at++) cells += ALPHABET[word.charCodeAt(at) - 97] ?? '';
  return cells;
};

const pairs = (list: string): ReadonlyMap<string, string> =>
  new Map(
    list
      .trim()
      .split(/\s+/)
      .map((entry) => entry.split('=') as [string, string]),
  );

/** Alphabetic and strong wordsigns (UEB 10.1, 10.2): the word on its own. */
export const ALPHABETIC_WORDS =
  pairs(`but=⠃ can=⠉ do=⠙ every=⠑ from=⠋ go=⠛ have=⠓ just=⠚ knowledge=⠅ like=⠇ more=⠍ not=⠝ people=⠏
  quite=⠟ rather=⠗ so=⠎ that=⠞ us=⠥ very=⠧ will=⠺ it=⠭ you=⠽ as=⠵`);
export const STRONG_WORDS = pairs('child=⠡ shall=⠩ this=⠹ which=⠱ out=⠳ still=⠌');

/** Lower wordsigns (UEB 10.5): the word on its own, touching no other sign. */
export const LOWER_WORDS = pairs('be=⠆ enough=⠢ were=⠶ his=⠦ in=⠔ was=⠴');

/** Shortforms (UEB 10.9): the word on its own. */
export const SHORTFORMS =
  pairs(`about=⠁⠃ above=⠁⠃⠧ according=⠁⠉ across=⠁⠉⠗ after=⠁⠋ afternoon=⠁⠋⠝ afterward=⠁⠋⠺ again=⠁⠛ against=⠁⠛⠌
  almost=⠁⠇⠍ already=⠁⠇⠗ also=⠁⠇ although=⠁⠇⠹ altogether=⠁⠇⠞ always=⠁⠇⠺ because=⠆⠉ before=⠆⠋ behind=⠆⠓ below=⠆⠇ beneath=⠆⠝ beside=⠆⠎
  between=⠆⠞ beyond=⠆⠽ blind=⠃⠇ braille=⠃⠗⠇ children=⠡⠝ conceive=⠒⠉⠧ conceiving=⠒⠉⠧⠛ could=⠉⠙ deceive=⠙⠉⠧ deceiving=⠙⠉⠧⠛
  declare=⠙⠉⠇ declaring=⠙⠉⠇⠛ either=⠑⠊ first=⠋⠌ friend=⠋⠗ good=⠛⠙ great=⠛⠗⠞ herself=⠓⠻⠋ him=⠓⠍ himself=⠓⠍⠋ immediate=⠊⠍⠍
  its=⠭⠎ itself=⠭⠋ letter=⠇⠗ little=⠇⠇ much=⠍⠡ must=⠍⠌ myself=⠍⠽⠋ necessary=⠝⠑⠉ neither=⠝⠑⠊ oneself=⠐⠕⠋ ourselves=⠳⠗⠧⠎ paid=⠏⠙
  perceive=⠏⠻⠉⠧ perceiving=⠏⠻⠉⠧⠛ perhaps=⠏⠻⠓ quick=⠟⠅ receive=⠗⠉⠧ receiving=⠗⠉⠧⠛ rejoice=⠗⠚⠉ rejoicing=⠗⠚⠉⠛ said=⠎⠙
  should=⠩⠙ such=⠎⠡ themselves=⠮⠍⠧⠎ thyself=⠹⠽⠋ today=⠞⠙ together=⠞⠛⠗ tomorrow=⠞⠍ tonight=⠞⠝ would=⠺⠙ your=⠽⠗ yourself=⠽⠗⠋
  yourselves=⠽⠗⠧⠎`);

/** Longer words that keep their shortform (UEB 10.9.3 and its list). */
export const LONGER_SHORTFORMS =
  pairs(`accordingly=⠁⠉⠇⠽ afterwards=⠁⠋⠺⠎ immediately=⠊⠍⠍⠇⠽ unnecessary=⠥⠝⠝⠑⠉ necessarily=⠝⠑⠉⠊⠇⠽ hereafter=⠐⠓⠁⠋ thereafter=⠐⠮⠁⠋
  whereabouts=⠐⠱⠁⠃⠎ received=⠗⠉⠧⠙ receiver=⠗⠉⠧⠗ deceived=⠙⠉⠧⠙ declared=⠙⠉⠇⠙ perceived=⠏⠻⠉⠧⠙ conceived=⠒⠉⠧⠙ rejoiced=⠗⠚⠉⠙
  unfriendly=⠥⠝⠋⠗⠇⠽ greater=⠛⠗⠞⠻ greatest=⠛⠗⠞⠑⠌ greatly=⠛⠗⠞⠇⠽ thereabout=⠐⠮⠁⠃`);

/** Shortforms that begin longer words when no vowel follows (UEB 10.9.3). */
export const BEGINNING_SHORTFORMS = /^(blind|first|friend|good|letter|little|quick|children)(?=[^aeiouy])/;

/** Groupsigns that would read as a wordsign when they are all of a word (UEB 10.4.2). */
export const NOT_WHOLE = new Set(['ch', 'sh', 'th', 'wh', 'ou', 'st', 'gh', 'ar', 'en']);

/** Contractions that stand anywhere in a word (UEB 10.3, 10.4, 10.6.5 and 10.7), with where they may not. */
export const ANYWHERE =
  pairs(`and=⠯ for=⠿ of=⠷ the=⠮ with=⠾ ch=⠡ gh=⠣ sh=⠩ th=⠹ wh=⠱ ed=⠫ er=⠻ ou=⠳ ow=⠪ st=⠌ ar=⠜ en=⠢ in=⠔
  day=⠐⠙ ever=⠐⠑ father=⠐⠋ here=⠐⠓ know=⠐⠅ lord=⠐⠇ mother=⠐⠍ name=⠐⠝ one=⠐⠕ part=⠐⠏ question=⠐⠟ right=⠐⠗ some=⠐⠎ time=⠐⠞
  under=⠐⠥ young=⠐⠽ there=⠐⠮ character=⠐⠡ through=⠐⠹ where=⠐⠱ ought=⠐⠳ work=⠐⠺ upon=⠘⠥ word=⠘⠺ these=⠘⠮ those=⠘⠹ whose=⠘⠱
  cannot=⠸⠉ had=⠸⠓ many=⠸⠍ spirit=⠸⠎ their=⠸⠮ world=⠸⠺`);

/** Contractions that follow a letter (UEB 10.4.3, 10.8). */
export const AFTER_LETTER = pairs(
  'ing=⠬ ound=⠨⠙ ance=⠨⠑ sion=⠨⠝ less=⠨⠎ ount=⠨⠞ ence=⠰⠑ ong=⠰⠛ ful=⠰⠇ tion=⠰⠝ ness=⠰⠎ ment=⠰⠞ ity=⠰⠽',
);

/** Lower groupsigns between letters (UEB 10.6.5). */
export const BETWEEN_LETTERS = pairs('ea=⠂ bb=⠆ cc=⠒ ff=⠖ gg=⠶');

/** Lower groupsigns that begin a word (UEB 10.6.1 to 10.6.4). */
export const AT_START = pairs('be=⠆ con=⠒ dis=⠲');

/** Punctuation inside a Roman passage (UEB 7). */
export const ENGLISH_MARKS = new Map([
  [',', '⠂'], ['.', '⠲'], [';', '⠆'], [':', '⠒'], ['!', '⠖'], ['?', '⠦'], ["'", '⠄'], ['’', '⠄'], ['-', '⠤'], ['/', '⠸⠌'], ['@', '⠈⠁'],
  ['_', '⠨⠤'], ['&', '⠈⠯'], ['#', '⠸⠹'], ['(', '⠐⠣'], [')', '⠐⠜'], ['=', '⠐⠶'], ['+', '⠐⠖'], ['%', '⠨⠴'], ['~', '⠈⠔'],
]); // prettier-ignore
