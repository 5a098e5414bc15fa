import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { parseDaySpan } from '@modu/subgraph';
import type { DaySpanArguments } from '@modu/subgraph';
import type { Viewer } from '@modu/viewer';
import type { CreditDay } from '../domain/credit-entry.ts';
import type { HistoryStore } from '../store/history-store.ts';
import { assertMaySeeCreditsOf } from './assert-may-see.ts';

/** What came and went on each day of a span that moved credits, days being those of the asker's time zone. Days without a movement are left out. */
export async function listCreditDays(
  history: HistoryStore,
  viewer: Viewer,
  { userId, ...asked }: DaySpanArguments & { readonly userId: string },
): Promise<CreditDay[] | Refusal> {
  assertMaySeeCreditsOf(viewer, userId);
  const span = parseDaySpan(asked);
  return isRefusal(span) ? span : history.listDays(userId, span);
}
