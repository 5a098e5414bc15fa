/** Wakes a loop of this process before its next round is due. Work that nobody rings for is found by the round. */
export interface Bell {
  ring(): void;
  /** Resolves when it rings, or after `ms`. A ring that nobody waited for counts for the next wait. */
  heard(ms: number): Promise<void>;
}

export function createBell(): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    heard: async (ms) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
      wake = undefined;
    },
  };
}
