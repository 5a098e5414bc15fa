import type { DaySpan } from '../../../lib/days/day-span.ts';

/** What jobs of one kind used on one day of the viewer's calendar. */
export interface UsageDay {
  readonly day: string;
  readonly kind: string;
  readonly jobs: number;
  readonly credits: number;
  readonly seconds: number;
}

export const USAGE_MEASURES = ['credits', 'jobs', 'seconds'] as const;

export type UsageMeasure = (typeof USAGE_MEASURES)[number];

export interface KindUsage {
  readonly word: KindWord;
  readonly jobs: number;
  readonly credits: number;
  readonly seconds: number;
}

/** One figure for each day of a span, also for days on which nothing was done. */
export function figuresByDay(
  days: readonly UsageDay[],
  { measure, span }: { readonly measure: UsageMeasure; readonly span: Pick<DaySpan, 'days'> },
): { readonly day: string; readonly value: number }[] {
  const sums = new Map<string, number>();
  for (const one of days) sums.set(one.day, (sums.get(one.day) ?? 0) + Math.max(0, one[measure]));
  return span.days.map((day) => ({ day, value: sums.get(day) ?? 0 }));
}

/** What each kind used in all, the most credits first. */
export function usageByKind(days: readonly UsageDay[]): KindUsage[] {
  const kinds = new Map<KindWord, KindUsage>();
  for (const { kind, jobs, credits, seconds } of days) {
    const word = wordOfKind(kind);
    const sum = kinds.get(word) ?? { word, jobs: 0, credits: 0, seconds: 0 };
    kinds.set(word, {
      word,
      jobs: sum.jobs + jobs,
      credits: sum.credits + credits,
      seconds: sum.seconds + seconds,
    });
  }
  return [...kinds.values()].sort((a, b) => b.credits - a.credits || b.jobs - a.jobs);
}

const WORDS = {
  'image.text-to-image': 'usedForPictures',
  'image.image-to-image': 'usedForVariations',
  'image.upscale': 'usedForUpscaling',
  'image.inpaint': 'usedForRepainting',
} as const;

type KindWord = (typeof WORDS)[keyof typeof WORDS] | 'usedForDocuments' | 'usedForSpeech' | 'usedForOthers';

/** What a person calls a kind of job; kinds that are not known here yet are others. */
export function wordOfKind(kind: string): KindWord {
  if (kind in WORDS) return WORDS[kind as keyof typeof WORDS];
  if (/^(document|braille)/.test(kind)) return 'usedForDocuments';
  return kind.startsWith('speech') ? 'usedForSpeech' : 'usedForOthers';
}
