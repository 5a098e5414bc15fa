import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { Viewer } from '@modu/viewer';
import type { CreditDay } from '../domain/credit-entry.ts';
import type { HistoryStore } from '../store/history-store.ts';
import { assertMaySeeCreditsOf } from './assert-may-see.ts';

export interface Span {
  readonly from: Date | string;
  readonly to: Date | string;
}

const DAYS_MAX = 400;
const DAY_MS = 86_400_000;

/** What came and went on each day of a span that moved credits. Days without a movement are left out. */
export async function listCreditDays(
  history: HistoryStore,
  viewer: Viewer,
  { userId, ...span }: Span & { readonly userId: string },
): Promise<CreditDay[] | Refusal> {
  assertMaySeeCreditsOf(viewer, userId);
  const [from, to] = [new Date(span.from), new Date(span.to)];
  const days = (to.getTime() - from.getTime()) / DAY_MS;
  if (!(days > 0 && days <= DAYS_MAX)) {
    return refuse('INVALID_INPUT', 'days.range', { path: ['to'], params: { max: DAYS_MAX } });
  }
  return history.listDays({ userId, from, to });
}
