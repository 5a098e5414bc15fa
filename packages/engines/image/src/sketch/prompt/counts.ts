const ENGLISH: Record<string, number> = {
  one: 1,
  single: 1,
  two: 2,
  pair: 2,
  both: 2,
  three: 3,
  trio: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  dozen: 12,
  twenty: 20,
  several: 4,
  few: 3,
  many: 8,
  countless: 12,
  hundreds: 12,
  flock: 9,
  herd: 7,
  row: 6,
};

const KOREAN: Record<string, number> = {
  한: 1,
  하나: 1,
  두: 2,
  둘: 2,
  세: 3,
  셋: 3,
  네: 4,
  넷: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
  열: 10,
  열두: 12,
  몇: 3,
  여러: 4,
  수많은: 12,
  스무: 12,
  서너: 3,
  두세: 3,
  두어: 2,
  많은: 8,
  한쌍: 2,
};

const COUNTERS =
  /^(그루|마리|채|송이|척|명|개|대|사람|분|쌍|줄기|포기|장|권|자루|잔|덩이|알|기|동|군데|점|떼)(씩)?(가|이|를|을|은|는|의|와|과|도|로|만|하고)?$/u;

/** The most of one thing that a picture holds. */
export const COUNT_MAX = 12;

const bounded = (count: number) => (count >= 1 ? Math.min(COUNT_MAX, Math.round(count)) : undefined);

/** The number an English or written-out token stands for, 1..COUNT_MAX. */
export function countOf(token: string): number | undefined {
  if (/^\d{1,4}$/.test(token)) return bounded(Number(token));
  const known = Object.hasOwn(ENGLISH, token)
    ? ENGLISH[token]
    : Object.hasOwn(KOREAN, token)
      ? KOREAN[token]
      : undefined;
  return known === undefined ? undefined : bounded(known);
}

/** Whether a token is a Korean counting word: 그루, 마리, 채, … (particles may follow). */
export function isCounter(token: string): boolean {
  return COUNTERS.test(token);
}

/** A number and a counting word in one token: 세그루, 3마리의. */
export function countAndCounter(token: string): number | undefined {
  for (let end = Math.min(4, token.length - 1); end >= 1; end--) {
    const count = countOf(token.slice(0, end));
    if (count !== undefined && isCounter(token.slice(end)) && token.length - end <= 4) return count;
  }
  return undefined;
}
