/** Remembers for at least `keptMs` what was seen, in two generations; of more than `sizeMax` in one it forgets the older half. */
export function createOnce({ keptMs, sizeMax = 100_000 }: { readonly keptMs: number; readonly sizeMax?: number }) {
  let [recent, older] = [new Set<string>(), new Set<string>()];
  let turnsAtMs = 0;
  return {
    /** Whether this is the first time; later ones are told apart. */
    isFirst(key: string, nowMs: number): boolean {
      if (nowMs >= turnsAtMs || recent.size >= sizeMax) {
        [recent, older] = [new Set(), nowMs >= turnsAtMs + keptMs ? new Set() : recent];
        turnsAtMs = nowMs + keptMs;
      }
      if (recent.has(key) || older.has(key)) return false;
      recent.add(key);
      return true;
    },
  };
}
