import type { Viewer } from '@modu/viewer';

export interface StreamLimits {
  /** Counts one more open stream of a person; `undefined` when they have too many. Call what it returns when it closes. */
  enter(viewer: Viewer): (() => void) | undefined;
  /** How many are open, of everyone. */
  count(): number;
}

interface Limits {
  readonly perUser: number;
  /** For everyone who is not signed in, together. */
  readonly anonymous: number;
}

/** Bounds how many live streams one person holds, over all their connections to this process. */
export function createStreamLimits({ perUser, anonymous }: Limits): StreamLimits {
  const open = new Map<string, number>();
  let total = 0;
  return {
    count: () => total,
    enter: (viewer) => {
      const key = viewer.kind === 'user' ? viewer.userId : viewer.kind;
      const count = open.get(key) ?? 0;
      if (count >= (viewer.kind === 'user' ? perUser : anonymous)) return undefined;
      open.set(key, count + 1);
      total += 1;
      let isLeft = false;
      return () => {
        if (isLeft) return;
        isLeft = true;
        total -= 1;
        const left = (open.get(key) ?? 1) - 1;
        if (left > 0) open.set(key, left);
        else open.delete(key);
      };
    },
  };
}
