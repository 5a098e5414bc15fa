import type { Emphasis } from '../block.ts';

/** What the names of fonts say that are heavier than running text, in the ways of English, TeX, Korean and Japanese makers of fonts. */
const HEAVY = [
  /bold|black(?!adder|letter|oak)|heavy|demi|fett|gras\b/i,
  // Nimbus and its kin call their bold "Medi", other medium weights are no heavier than others.
  /-(?:medi|hv|blk|bd|eb|db|ub)(?:ital|it)?$|^gothicbbb|^futo/i,
  /[-,]b(?:i|d)?$|-w[6-9]\b/i,
  /^(?:CMB(?!SY)|CMSSB|SFB|SFSX)/,
  /견고딕|견명조|태고딕|헤드라인|headline|h2hdrm|^HY(?:Gothic|MyeongJo)-Extra/i,
];
/** And those that lean; `CMSL` and `CMTI` are TeX's. */
const LEANING = [/ital|oblique|slanted|kursiv/i, /[-,](?:it|obl|bi|i)$/i, /^(?:CM|SF|EC)(?:TI|SL|BXTI|BXSL|ITT|SLTT)/];
const SMALL_CAPS = /small-?caps|smallcap|[-_]smcp|^CMCSC|^SFCC|caps\d/i;
/** `ABCDEF+`: only some of its letters are in the file. */
const SUBSET = /^[A-Z]{6}\+/;

/** Whether a font of this name sets a line apart from running text: by its weight, or as small capitals. */
export function setsApart(name: string): boolean {
  const own = name.replace(SUBSET, '');
  return SMALL_CAPS.test(own) || HEAVY.some((sign) => sign.test(own));
}

/** How a font of this name makes a passage stand out among running text; small capitals do not. */
export function emphasesOf(name: string): readonly Emphasis[] {
  const own = name.replace(SUBSET, '');
  const isHeavy = HEAVY.some((sign) => sign.test(own));
  return [
    ...(isHeavy ? (['BOLD'] as const) : []),
    ...(LEANING.some((sign) => sign.test(own)) ? (['ITALIC'] as const) : []),
  ];
}
