/** Says how many pictures of others a backend makes first. Its queue is only ever seen in parts, so what is said is "at most". */
export interface WaitingTrack {
  /** Each of `atMost` is a bound that something tells; the least of them and of what was said before counts. */
  say(...atMost: readonly (number | undefined)[]): void;
}

export function openWaitingTrack(onWaiting: ((ahead: number) => void) | undefined): WaitingTrack {
  let said = Number.POSITIVE_INFINITY;
  return {
    say: (...atMost) => {
      const bounds = atMost.filter((bound) => bound !== undefined).filter(Number.isFinite);
      const ahead = Math.max(0, Math.round(Math.min(...bounds)));
      if (bounds.length === 0 || ahead >= said) return;
      said = ahead;
      onWaiting?.(ahead);
    },
  };
}
