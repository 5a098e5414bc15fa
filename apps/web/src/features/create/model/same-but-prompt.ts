import type { Draft } from './draft.ts';

interface WithDraft {
  readonly draft: Draft;
}

/** Whether two sets of props differ in the prompt alone, which changes with each letter that is typed: for what does not show it. */
export function isSameButPrompt<Props extends WithDraft>(before: Props, after: Props): boolean {
  const { draft: draftBefore, ...restBefore } = before;
  const { draft: draftAfter, ...restAfter } = after;
  return (
    isAlike<object>(restBefore, restAfter) &&
    isAlike<object>({ ...draftBefore, prompt: '' }, { ...draftAfter, prompt: '' })
  );
}

const isAlike = <T extends object>(one: T, other: T): boolean =>
  (Object.keys(other) as (keyof T)[]).every((key) => one[key] === other[key]);
