export type Victim = 'host' | 's3' | 'mongo';

const VICTIMS = ['host', 's3', 'mongo'] as const;
/** What keeps the embedded servers gives one up that ends six times within a minute (packages/embedded/src/supervise.ts). */
const A_MINUTE_MAX = 4;
const MINUTE_MS = 60_000;

/** Chooses who is killed; no server so often that it is given up. */
export function chooseVictims(): (random: () => number) => Victim {
  let recent: { readonly victim: Victim; readonly atMs: number }[] = [];
  return (random) => {
    const atMs = performance.now();
    recent = recent.filter((kill) => kill.atMs > atMs - MINUTE_MS);
    const drawn = VICTIMS[Math.floor(random() * VICTIMS.length)] ?? 'host';
    const isSpent = recent.filter(({ victim }) => victim === drawn).length >= A_MINUTE_MAX;
    const victim = isSpent ? 'host' : drawn;
    recent.push({ victim, atMs });
    return victim;
  };
}
