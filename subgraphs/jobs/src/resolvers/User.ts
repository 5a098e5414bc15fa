import { isRefusal } from '@modu/errors';
import type { JobsContext } from '../context.ts';
import { readUsage } from '../operations/read-usage.ts';
import { refusalError } from './refusal-error.ts';

interface UserRef {
  readonly id: string;
}

interface UsageArgs {
  readonly from?: Date | null;
  readonly to?: Date | null;
}

export const User = {
  __resolveReference: ({ id }: UserRef) => ({ id }),
  usage: async ({ id }: UserRef, { from, to }: UsageArgs, context: JobsContext) => {
    const usage = await readUsage(context.desk, context.viewer, { userId: id, from: asDate(from), to: asDate(to) });
    if (isRefusal(usage)) throw refusalError(usage, context);
    return usage;
  },
};

const asDate = (value: Date | string | null | undefined) =>
  value === null || value === undefined ? null : new Date(value);
