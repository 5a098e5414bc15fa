/** Wakes loops of this process before their next round is due. Work that nobody rings for is found by the round. */
export interface Bell {
  ring(): void;
  /** An ear for one loop, for as long as the bell is there. */
  listen(): Ear;
}

export interface Ear {
  ring(): void;
  /** Resolves when it rings, or after `ms`. A ring that nobody waited for counts for the next wait. */
  heard(ms: number): Promise<void>;
}

export function createBell(): Bell {
  const ears: Ear[] = [];
  return {
    ring: () => ears.forEach((ear) => ear.ring()),
    listen: () => {
      const ear = createEar();
      ears.push(ear);
      return ear;
    },
  };
}

export function createEar(): Ear {
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
          const timer = setTimeout(resolve, ms).unref();
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
