const pairs = (list: string): [string, string][] =>
  list
    .trim()
    .split(/\s+/)
    .map((entry) => [entry.charAt(0), entry.slice(2)] as [string, string]);

/** Signs that the examples of article 38 show. */
export const SHOWN_IPA_SIGNS: ReadonlyMap<string, string> = new Map(pairs('ŋ=⠫ θ=⠨⠹ æ=⠩ ə=⠢ ː=⠒'));

/**
 * The other signs of the International Phonetic Alphabet as IPA Braille (International Council on English Braille, 2008) has them: the
 * examples of the article agree with it in every sign, but its own table was not in reach.
 */
export const OTHER_IPA_SIGNS: ReadonlyMap<string, string> = new Map(
  pairs(`ʃ=⠱ ʒ=⠮ ð=⠻ ɡ=⠛ ʔ=⠆ ɲ=⠿ ɹ=⠼ ɾ=⠖⠗ ɱ=⠖⠍ ʁ=⠔⠼ ɣ=⠨⠛ ɸ=⠨⠋ β=⠨⠃ χ=⠨⠯ ç=⠖⠉ ħ=⠖⠓ ɦ=⠦⠓ ɬ=⠦⠇ ɫ=⠖⠇ ʎ=⠦⠽ ʋ=⠦⠧ ɥ=⠲⠓ ʍ=⠖⠺ ɕ=⠦⠉ ʑ=⠦⠵
  ʂ=⠲⠎ ʐ=⠲⠵ ʈ=⠲⠞ ɖ=⠲⠙ ɳ=⠲⠝ ɽ=⠲⠗ ɭ=⠲⠇ ɻ=⠲⠼ ɴ=⠔⠝ ɢ=⠔⠛ ʀ=⠔⠗ ʙ=⠔⠃ ʟ=⠔⠇ ɟ=⠔⠚ ʝ=⠦⠚ ɰ=⠦⠍
  ɛ=⠜ ɪ=⠌ ɔ=⠣ ʌ=⠬ ʊ=⠷ ɑ=⠡ ɒ=⠖⠡ ɐ=⠖⠁ ɜ=⠖⠜ ɯ=⠖⠥ ɤ=⠖⠕ ø=⠳ œ=⠪ ɘ=⠖⠑ ɞ=⠦⠜ ɨ=⠴⠊ ʉ=⠴⠥ ɵ=⠴⠕ ʏ=⠔⠽ ɶ=⠔⠪ ɚ=⠢⠐⠗
  ˈ=⠸⠃ ˌ=⠸⠆ ʰ=⠈⠓`),
);
