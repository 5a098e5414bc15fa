/** A part of the Rules of Unified English Braille (2013), and words with their cells in contracted braille, as `print cells`. */
const SECTIONS: Readonly<Record<string, string>> = {
  '3 General symbols': `AT&T ⠠⠠⠁⠞⠈⠯⠠⠞ a@b.c ⠁⠈⠁⠃⠲⠉ $5 ⠈⠎⠼⠑ £7 ⠈⠇⠼⠛ 50% ⠼⠑⠚⠨⠴ #4 ⠸⠹⠼⠙ §2 ⠘⠎⠼⠃ 20° ⠼⠃⠚⠘⠚ 3+4 ⠼⠉⠐⠖⠼⠙ 3=3 ⠼⠉⠐⠶⠼⠉`,
  '6 Numeric mode': `7 ⠼⠛ 123 ⠼⠁⠃⠉ 4,500 ⠼⠙⠂⠑⠚⠚ 3.14 ⠼⠉⠲⠁⠙ 2b ⠼⠃⠰⠃ 7m ⠼⠛⠍ 1st ⠼⠁⠎⠞ 10:30 ⠼⠁⠚⠒⠼⠉⠚ 1-2 ⠼⠁⠤⠼⠃`,
  '7 Punctuation': `yes? ⠽⠑⠎⠦ no! ⠝⠕⠖ well, ⠺⠑⠇⠇⠂ end. ⠢⠙⠲ self-help ⠎⠑⠇⠋⠤⠓⠑⠇⠏ don't ⠙⠕⠝⠄⠞ (yes) ⠐⠣⠽⠑⠎⠐⠜ “yes” ⠦⠽⠑⠎⠴ and/or ⠯⠸⠌⠕⠗ more; ⠍⠆`,
  '8 Capitals': `Ada ⠠⠁⠙⠁ The ⠠⠮ NASA ⠠⠠⠝⠁⠎⠁ I ⠠⠊ McKay ⠠⠍⠉⠠⠅⠁⠽`,
  '10.1 Alphabetic wordsigns': `but ⠃ can ⠉ do ⠙ every ⠑ from ⠋ go ⠛ have ⠓ just ⠚ knowledge ⠅ like ⠇ more ⠍ not ⠝ people ⠏ quite ⠟ rather ⠗ so ⠎ that ⠞ us ⠥ very ⠧ will ⠺ it ⠭ you ⠽ as ⠵`,
  '10.2 Strong wordsigns': `child ⠡ shall ⠩ this ⠹ which ⠱ out ⠳ still ⠌`,
  '10.3 Strong contractions': `and ⠯ for ⠿ of ⠷ the ⠮ with ⠾ hand ⠓⠯ forty ⠿⠞⠽ often ⠷⠞⠢ other ⠕⠮⠗`,
  '10.4 Strong groupsigns': `chin ⠡⠔ flash ⠋⠇⠁⠩ bath ⠃⠁⠹ whale ⠱⠁⠇⠑ loud ⠇⠳⠙ stop ⠌⠕⠏ sing ⠎⠬ farm ⠋⠜⠍ red ⠗⠫ cover ⠉⠕⠧⠻ cow ⠉⠪ ingot ⠔⠛⠕⠞`,
  '10.5 Lower wordsigns': `be ⠆ enough ⠢ were ⠶ his ⠦ in ⠔ was ⠴`,
  '10.6 Lower groupsigns': `become ⠆⠉⠕⠍⠑ concert ⠒⠉⠻⠞ discuss ⠲⠉⠥⠎⠎ bread ⠃⠗⠂⠙ rabbit ⠗⠁⠆⠊⠞ account ⠁⠒⠨⠞ offer ⠷⠋⠻ foggy ⠋⠕⠶⠽ egg ⠑⠛⠛ open ⠕⠏⠢ mine ⠍⠔⠑ add ⠁⠙⠙ able ⠁⠃⠇⠑ into ⠔⠞⠕ by ⠃⠽`,
  '10.7 Initial-letter contractions': `day ⠐⠙ ever ⠐⠑ father ⠐⠋ here ⠐⠓ know ⠐⠅ lord ⠐⠇ mother ⠐⠍ name ⠐⠝ one ⠐⠕ part ⠐⠏ question ⠐⠟ right ⠐⠗ some ⠐⠎ time ⠐⠞ under ⠐⠥ work ⠐⠺ young ⠐⠽ there ⠐⠮ character ⠐⠡ through ⠐⠹ where ⠐⠱ ought ⠐⠳ upon ⠘⠥ word ⠘⠺ these ⠘⠮ those ⠘⠹ whose ⠘⠱ cannot ⠸⠉ had ⠸⠓ many ⠸⠍ spirit ⠸⠎ world ⠸⠺ their ⠸⠮`,
  '10.8 Final-letter groupsigns': `sound ⠎⠨⠙ dance ⠙⠨⠑ careless ⠉⠜⠑⠨⠎ bless ⠃⠨⠎ count ⠉⠨⠞ song ⠎⠰⠛ careful ⠉⠜⠑⠰⠇ kindness ⠅⠔⠙⠰⠎ moment ⠍⠕⠰⠞ nation ⠝⠁⠰⠝ pity ⠏⠰⠽ finally ⠋⠔⠁⠇⠇⠽`,
  '10.9 Shortforms': `about ⠁⠃ above ⠁⠃⠧ across ⠁⠉⠗ after ⠁⠋ again ⠁⠛ almost ⠁⠇⠍ already ⠁⠇⠗ also ⠁⠇ always ⠁⠇⠺ because ⠆⠉ before ⠆⠋ behind ⠆⠓ between ⠆⠞ blind ⠃⠇ braille ⠃⠗⠇ children ⠡⠝ could ⠉⠙ either ⠑⠊ first ⠋⠌ friend ⠋⠗ good ⠛⠙ great ⠛⠗⠞ him ⠓⠍ immediate ⠊⠍⠍ its ⠭⠎ letter ⠇⠗ little ⠇⠇ much ⠍⠡ must ⠍⠌ necessary ⠝⠑⠉ neither ⠝⠑⠊ paid ⠏⠙ perhaps ⠏⠻⠓ quick ⠟⠅ receive ⠗⠉⠧ said ⠎⠙ should ⠩⠙ such ⠎⠡ today ⠞⠙ together ⠞⠛⠗ tomorrow ⠞⠍ tonight ⠞⠝ would ⠺⠙ your ⠽⠗ yourself ⠽⠗⠋`,
};

interface UebRow {
  readonly section: string;
  readonly print: string;
  readonly cells: string;
}

/** Words of our own choice for rules of UEB, each with its section. */
export const UEB_ROWS: readonly UebRow[] = Object.entries(SECTIONS).flatMap(([section, words]) =>
  [...words.matchAll(/(\S+) ([\u2800-\u28ff]+)/g)].map(([, print = '', cells = '']) => ({ section, print, cells })),
);
