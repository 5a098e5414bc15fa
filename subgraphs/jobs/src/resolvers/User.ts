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
  readonly timeZone?: string | null;
}

export const User = {
  __resolveReference: ({ id }: UserRef) => ({ id }),
  usage: async ({ id }: UserRef, { from, to, timeZone }: UsageArgs, context: JobsContext) => {
    const span = { from: asDate(from), to: asDate(to), timeZone: timeZone ?? null };
    const usage = await readUsage(context.desk, context.viewer, { userId: id, ...span });
    if (isRefusal(usage)) throw refusalError(usage, context);
    return usage;
  },
};

const asDate = (value: Date | string | null | undefined) =>
  value === null || value === undefined ? null : new Date(value);
