const SYSTEMS = [
  [/iPhone|iPad/u, 'iOS'],
  [/Android/u, 'Android'],
  [/Windows/u, 'Windows'],
  [/Mac OS X|Macintosh/u, 'macOS'],
  [/CrOS/u, 'ChromeOS'],
  [/Linux/u, 'Linux'],
] as const;

// In this order, because most browsers also claim to be the ones they came from.
const BROWSERS = [
  [/Edg\//u, 'Edge'],
  [/SamsungBrowser/u, 'Samsung Internet'],
  [/Whale\//u, 'Whale'],
  [/OPR\//u, 'Opera'],
  [/Firefox\//u, 'Firefox'],
  [/Chrome\//u, 'Chrome'],
  [/Safari\//u, 'Safari'],
] as const;

/** A place by what its browser says of itself, "Chrome · macOS"; null when that says nothing we know. */
export function describeDevice(userAgent: string | null | undefined): string | null {
  const find = (names: readonly (readonly [RegExp, string])[]) =>
    names.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  const parts = [find(BROWSERS), find(SYSTEMS)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : null;
}
