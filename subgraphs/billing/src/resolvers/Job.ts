import type { BillingContext } from '../context.ts';

interface JobRef {
  readonly id: string;
}

export const Job = {
  __resolveReference: ({ id }: JobRef): JobRef => ({ id }),
  receipt: ({ id }: JobRef, _: unknown, { receipts }: BillingContext) => receipts.load(id),
};
