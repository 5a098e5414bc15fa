const LETTERS = 'α⠁β⠃γ⠛δ⠙ε⠑ζ⠵η⠱θ⠹ι⠊κ⠅λ⠇μ⠍ν⠝ξ⠭ο⠕π⠏ρ⠗ς⠎σ⠎τ⠞υ⠥φ⠋χ⠯ψ⠽ω⠺';

/** Greek letters in cells (article 30, UEB 4.5): small with ⠨, capital with ⠠⠨. */
export const GREEK: ReadonlyMap<string, string> = new Map(
  [...LETTERS.matchAll(/(.)([\u2800-\u28ff])/gu)].flatMap(([, letter = '', cell = '']) => {
    const capital = letter.toUpperCase();
    const small: [string, string] = [letter, `⠨${cell}`];
    return letter === 'ς' ? [small] : [small, [capital, `⠠⠨${cell}`] as [string, string]];
  }),
);
