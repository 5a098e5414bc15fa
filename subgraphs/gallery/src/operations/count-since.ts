import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { findCuts, startOf } from '../domain/month-parts.ts';
import type { Cut, DayCount } from '../domain/month-parts.ts';
import { isMoment } from '../domain/moment.ts';

export interface SinceCount {
  readonly since: Date;
  readonly count: number;
  readonly exact: boolean;
}

/** Days of UTC as a timeline tells them, and how parts of them are counted. */
export interface ToldDays {
  readonly days: readonly DayCount[];
  /** Where counting stopped; null when these are all. */
  readonly endsAt: Date | null;
  readonly oldestFirst: boolean;
  countParts(cuts: readonly Cut[]): Promise<readonly number[]>;
}

const MOMENTS_MAX = 12;

/** How many of the told pictures came from each moment on: whole days as they are told, and of a day in two the shorter part counted. */
export async function countSince(moments: readonly Date[], told: ToldDays): Promise<readonly SinceCount[] | Refusal> {
  if (moments.length > MOMENTS_MAX || !moments.every((moment) => isMoment(moment.getTime())))
    return refuse('INVALID_INPUT', 'images.filter', { path: ['moments'], params: { field: 'moments' } });
  const cuts = moments.map((start) => findCuts(told.days, [{ month: '', start }])[0]);
  const wanted = cuts.flatMap((cut) => cut ?? []).sort((one, other) => one.from.getTime() - other.from.getTime());
  const parts = await told.countParts(wanted);
  return moments.map((since, at) => {
    const cut = cuts[at];
    const behind = told.days.filter(({ day }) => startOf(day) >= since || day === cut?.day);
    const whole = behind.reduce((sum, { count }) => sum + count, 0);
    const count = whole - passedIn(cut, { told, part: cut ? (parts[wanted.indexOf(cut)] ?? 0) : 0 });
    return { since, count, exact: told.endsAt === null || (!told.oldestFirst && since >= told.endsAt) };
  });
}

/** How many pictures of the day that a moment lies in came before it. */
function passedIn(cut: Cut | undefined, { told, part }: { readonly told: ToldDays; readonly part: number }): number {
  if (!cut) return 0;
  return cut.isLater ? (told.days.find(({ day }) => day === cut.day)?.count ?? 0) - part : part;
}
