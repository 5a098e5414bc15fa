/** Where letters stand that print raises above the line or lowers below it. */
export type Shift = 'UP' | 'DOWN';

/** What has a character of its own there; hyphens stand for the minus. */
const SHIFTED: Readonly<Record<Shift, string>> = { UP: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻', DOWN: '₀₁₂₃₄₅₆₇₈₉₊₋₋' };
const ON_LINE = '0123456789+−-';

/** Numbers as print shifts them: 10⁶ is not 106. What has no such characters stays on the line; as long as before in any case. */
export function shifted(text: string, shift: Shift): string {
  if (!/^\s*[0-9+−-]+\s*$/.test(text)) return text;
  return text.replaceAll(/[0-9+−-]/g, (sign) => SHIFTED[shift].charAt(ON_LINE.indexOf(sign)));
}
