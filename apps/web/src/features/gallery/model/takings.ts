import { createKeptValue, OWN_PREFIX } from '../../../lib/keep/kept-value.ts';
import type { Left } from './take-pictures.ts';

/** Pictures that somebody is taking away. */
export interface Taking extends Left {
  readonly id: string;
  /** Pictures that were asked for. */
  readonly count: number;
  readonly begunAt: number;
}

/** The API keeps what it has packed for about a day; whoever comes later asks anew. */
const KEPT_MS = 20 * 3_600_000;

const isTaking = (stored: unknown): stored is Taking => {
  const { id, key, rest, ...counts } = (stored ?? {}) as Partial<Taking>;
  const texts = [id, key, ...(Array.isArray(rest) ? rest : [null])];
  const numbers = [counts.count, counts.begunAt, counts.files, counts.taken];
  return texts.every((one) => typeof one === 'string') && numbers.every((one) => Number.isFinite(one));
};

const kept = createKeptValue<readonly Taking[]>({
  key: `${OWN_PREFIX}takings`,
  parse: (stored) => (Array.isArray(stored) ? stored.filter(isTaking) : []),
});

/** What was being taken away in this browser and has not ended, on this page or on one that was left. */
export const openTakings = (): readonly Taking[] => kept.get().filter(({ begunAt }) => Date.now() - begunAt < KEPT_MS);

export const findTaking = (id: string): Taking | undefined => openTakings().find((one) => one.id === id);

export function keepTaking(taking: Taking): void {
  kept.set([...openTakings().filter(({ id }) => id !== taking.id), taking]);
}

export function forgetTaking(id: string): void {
  kept.set(openTakings().filter((one) => one.id !== id));
}
