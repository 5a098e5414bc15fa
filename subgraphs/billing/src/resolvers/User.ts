import type { DaySpanArguments } from '@modu/subgraph';
import type { BillingContext } from '../context.ts';
import { maySeeCreditsOf } from '../domain/access.ts';
import { listCreditHistory } from '../operations/list-credit-history.ts';
import type { HistoryRequest } from '../operations/list-credit-history.ts';
import { listCreditDays } from '../operations/list-credit-days.ts';
import { listUsableGrants } from '../operations/list-usable-grants.ts';
import { accept } from './accept.ts';

interface UserRef {
  readonly id: string;
}

export const User = {
  /** Others' credits are nobody's business: for a stranger there is no such person here. */
  __resolveReference: ({ id }: UserRef, { viewer }: BillingContext): UserRef | null =>
    maySeeCreditsOf(viewer, id) ? { id } : null,
  tier: async ({ id }: UserRef, _: unknown, { standings }: BillingContext) => (await standings.load(id)).terms.tier,
  subscription: async ({ id }: UserRef, _: unknown, { standings }: BillingContext) =>
    (await standings.load(id)).subscription,
  credits: ({ id }: UserRef, _: unknown, { accounts }: BillingContext) => accounts.load(id),
  creditHistory: async ({ id }: UserRef, args: Omit<HistoryRequest, 'userId'>, context: BillingContext) =>
    accept(await listCreditHistory(context, context.viewer, { ...args, userId: id }), context.viewer),
  creditsByDay: async ({ id }: UserRef, span: DaySpanArguments, context: BillingContext) =>
    accept(await listCreditDays(context.history, context.viewer, { ...span, userId: id }), context.viewer),
  creditGrants: ({ id }: UserRef, _: unknown, context: BillingContext) => listUsableGrants(context, context.viewer, id),
};
