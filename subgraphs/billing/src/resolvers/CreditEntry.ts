import type { CreditEntry as Entry } from '../domain/credit-entry.ts';

export const CreditEntry = {
  job: ({ jobId }: Entry) => (jobId ? { __typename: 'Job', id: jobId } : null),
};
