/** Letters that are written from right to left: Hebrew, Arabic and their kin, as letters and as the forms older fonts have. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

/**
 * Figures with a sign between them ("512 × 768", "0:05 / 1:20") in the order they are written in: signs have no direction of their
 * own, and text that is written from right to left would show the last figure first. (Unicode's isolates, UAX 9: LRI to PDI.)
 */
export const leftToRight = (figures: string): string => `\u2066${figures}\u2069`;

/** Somebody's own words within a sentence of ours: written from right to left, they leave what stands around them in its order (FSI to PDI). */
export const isolated = (words: string): string => (RIGHT_TO_LEFT.test(words) ? `\u2068${words}\u2069` : words);
