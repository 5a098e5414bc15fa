import { AccessError, isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { listCalendarDays, parseTimeZone } from '@modu/subgraph';
import { actsFor } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { parseUsageSpan, sumUsage } from '../domain/usage.ts';
import type { Usage, UsageSpan } from '../domain/usage.ts';
import { readUsageDays } from '../store/usage-reads.ts';
import type { JobsDesk } from './jobs-desk.ts';

type UsageQuestion = { readonly [Key in keyof UsageSpan]?: UsageSpan[Key] | null } & {
  readonly userId: string;
  readonly timeZone?: string | null;
};

/**
 * What a person used in a span of time, by the days of their time zone. @throws AccessError FORBIDDEN for anybody but the person themself.
 */
export async function readUsage(
  desk: JobsDesk,
  viewer: Viewer,
  { userId, timeZone, ...asked }: UsageQuestion,
): Promise<Usage | Refusal> {
  if (actsFor(viewer) !== userId) throw new AccessError('FORBIDDEN', 'Only the person themself may see this.');
  const span = parseUsageSpan(asked, desk.now());
  if (isRefusal(span)) return span;
  const zone = parseTimeZone(timeZone);
  if (isRefusal(zone)) return zone;
  const days = listCalendarDays(span, zone);
  return sumUsage(span, await readUsageDays(desk.database.pool, userId, { ...span, ...days }));
}
