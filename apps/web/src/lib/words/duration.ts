export interface Duration {
  readonly unit: 'seconds' | 'minutes' | 'hours';
  readonly count: number;
}

/** Rounds a time in milliseconds to what is worth saying: whole seconds up to a minute and a half, then minutes, then hours. */
export function roundDuration(timeMs: number): Duration {
  const seconds = Math.max(1, Math.round(timeMs / 1000));
  if (seconds < 90) return { unit: 'seconds', count: seconds };
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return { unit: 'minutes', count: minutes };
  return { unit: 'hours', count: Math.round(minutes / 60) };
}
