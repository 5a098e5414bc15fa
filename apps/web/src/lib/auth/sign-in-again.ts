type Listener = () => void;

const listeners = new Set<Listener>();
let isAsked = false;

function become(next: boolean): void {
  if (isAsked === next) return;
  isAsked = next;
  for (const listener of listeners) listener();
}

/** Whether the session ended in mid-work and the person is asked to sign in again where they are. */
export const signInAgain = {
  isAsked: (): boolean => isAsked,
  ask: (): void => become(true),
  done: (): void => become(false),
  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
