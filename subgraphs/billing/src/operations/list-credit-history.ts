import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { page, parsePage } from '@modu/subgraph';
import type { Connection } from '@modu/subgraph';
import type { Viewer } from '@modu/viewer';
import type { CreditEntry, CreditEntryKind } from '../domain/credit-entry.ts';
import type { BillingStore } from '../store/database.ts';
import { assertMaySeeCreditsOf } from './assert-may-see.ts';
import { readAccounts } from './read-accounts.ts';

export interface HistoryRequest {
  readonly userId: string;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly kinds?: readonly CreditEntryKind[] | null;
  readonly from?: Date | string | null;
  readonly to?: Date | string | null;
}

/** A page of a person's movements, newest first. The first look opens the account, so that its grant is in the list. */
export async function listCreditHistory(
  { ledger, history }: Pick<BillingStore, 'ledger' | 'history'>,
  viewer: Viewer,
  request: HistoryRequest,
): Promise<Connection<CreditEntry> | Refusal> {
  assertMaySeeCreditsOf(viewer, request.userId);
  const asked = parsePage(request);
  if (isRefusal(asked)) return asked;
  const beforeSeq = asked.after ? parseSeq(asked.after) : undefined;
  if (asked.after && beforeSeq === undefined) return refuse('INVALID_INPUT', 'page.cursor', { path: ['after'] });

  await readAccounts(ledger, viewer, [request.userId]);
  const rows = await history.listByUser({
    userId: request.userId,
    limit: asked.first + 1,
    ...(beforeSeq === undefined ? {} : { beforeSeq }),
    ...(request.kinds ? { kinds: request.kinds } : {}),
    ...(request.from ? { from: new Date(request.from) } : {}),
    ...(request.to ? { to: new Date(request.to) } : {}),
  });
  return page(rows, { ...asked, cursorOf: ({ seq }) => [seq.toString()] });
}

const SEQ = /^\d{1,18}$/;

function parseSeq([seq]: readonly unknown[]): bigint | undefined {
  return typeof seq === 'string' && SEQ.test(seq) ? BigInt(seq) : undefined;
}
