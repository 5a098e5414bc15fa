import { activeJobs, hasEnded, pictureOf } from '../../queue/index.ts';
import type { Job } from '../../queue/index.ts';
import type { PicturePartsFragment } from '../../../lib/graph/generated/graphql.ts';

export type StudioPicture = PicturePartsFragment;

/** What the viewer chose to look at; null leaves it to the studio. */
export type Choice =
  { readonly kind: 'job'; readonly id: string } | { readonly kind: 'picture'; readonly id: string } | null;

/** What hangs on the wall now. */
export type Scene =
  | { readonly kind: 'job'; readonly job: Job }
  | { readonly kind: 'ended'; readonly job: Job }
  | { readonly kind: 'picture'; readonly picture: StudioPicture }
  | { readonly kind: 'loading' }
  | { readonly kind: 'empty' };

export interface SceneParts {
  readonly choice: Choice;
  readonly jobs: readonly Job[];
  readonly pictures: readonly StudioPicture[];
  /** Both lists are known. */
  readonly isReady: boolean;
}

/** Decides what to show: the choice; else, after a reload, what runs; else the newest picture; else the blank sheet. */
export function chooseScene({ choice, jobs, pictures, isReady }: SceneParts): Scene {
  const chosen = choice === null ? null : sceneOfChoice(choice, { jobs, pictures });
  if (chosen !== null) return chosen;
  // A document that is read has no picture to grow: the tray tells of it.
  const running = activeJobs(jobs).find(({ kind }) => kind.startsWith('image.'));
  if (running !== undefined) return { kind: 'job', job: running };
  const newest = pictures[0];
  if (newest !== undefined) return { kind: 'picture', picture: newest };
  return isReady ? { kind: 'empty' } : { kind: 'loading' };
}

function sceneOfChoice(
  choice: NonNullable<Choice>,
  { jobs, pictures }: Pick<SceneParts, 'jobs' | 'pictures'>,
): Scene | null {
  if (choice.kind === 'picture') {
    const picture = pictures.find(({ id }) => id === choice.id);
    return picture === undefined ? null : { kind: 'picture', picture };
  }
  const job = jobs.find(({ id }) => id === choice.id);
  if (job === undefined) return null;
  if (!hasEnded(job.status)) return { kind: 'job', job };
  const made = pictureOf(job);
  if (made !== null) return { kind: 'picture', picture: pictures.find(({ id }) => id === made.id) ?? made };
  // What it made is in the trash, or is no picture.
  return job.result === null ? { kind: 'ended', job } : null;
}

/** The pictures that were just made, which the gallery may not have heard of. */
export const freshOf = (jobs: readonly Job[]): readonly StudioPicture[] => jobs.flatMap((job) => pictureOf(job) ?? []);

/**
 * The filmstrip: the newest pictures, with the one just made in front before the gallery has heard of it. What the gallery says goes
 * first: its links are renewed when they have ended.
 */
export function filmstripOf(
  { fresh, pictures }: { readonly fresh: readonly StudioPicture[]; readonly pictures: readonly StudioPicture[] },
  { max }: { readonly max: number },
): readonly StudioPicture[] {
  const all = new Map([...fresh, ...pictures].map((picture) => [picture.id, picture]));
  return [...all.values()].toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)).slice(0, max);
}
