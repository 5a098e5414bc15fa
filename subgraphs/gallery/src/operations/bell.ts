/** Wakes the loop of this process that packs archives before its next round is due. */
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
