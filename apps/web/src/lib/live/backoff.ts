const FIRST_MS = 300;
const LONGEST_MS = 15_000;

/** How long to wait before try number `attempt` (from 0): doubling, with a spread so that tabs don't come back as one. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
