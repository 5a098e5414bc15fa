const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size in bytes as people read it: "3.4 MB". Steps of 1000, as file managers and disks count. */
export function formatSize(sizeBytes: number, locale: string): string {
  const step = sizeBytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(sizeBytes) / 3));
  const amount = sizeBytes / 1000 ** step;
  return formatOf(locale, { step, digits: amount < 10 && step > 0 ? 1 : 0 }).format(amount);
}

/** Kept, because making one takes far longer than using it, and a list of files uses hundreds. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, { step, digits }: { readonly step: number; readonly digits: number }) {
  const key = `${locale}/${step}/${digits}`;
  const kept = formats.get(key);
  if (kept) return kept;
  const made = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}
