import { linearOf } from './oklch.ts';
import type { LinearColour } from './oklch.ts';

export type Theme = 'light' | 'dark';

const DECLARATION = /--([a-z0-9-]+):\s*([^;]+);/gu;
const COLOUR = /oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/gu;

/** The colour tokens of a stylesheet as a theme sees them; later sheets win. Tokens that are no plain colour are left out. */
export function readColours(sheets: readonly string[], theme: Theme): ReadonlyMap<string, LinearColour> {
  const raw = new Map<string, string>();
  for (const sheet of sheets) for (const [, name = '', value = ''] of sheet.matchAll(DECLARATION)) raw.set(name, value);
  const colours = new Map<string, LinearColour>();
  for (const name of raw.keys()) {
    const colour = resolve(name, { raw, theme });
    if (colour !== null) colours.set(name, colour);
  }
  return colours;
}

function resolve(name: string, from: { raw: ReadonlyMap<string, string>; theme: Theme }): LinearColour | null {
  const value = from.raw.get(name) ?? '';
  const alias = /^var\(--([a-z0-9-]+)\)$/u.exec(value)?.[1];
  if (alias !== undefined) return resolve(alias, from);
  if (!/^(?:light-dark\()?oklch\([^/]*$/u.test(value)) return null;
  const found = [...value.matchAll(COLOUR)].map(([, lightness, chroma, hue]) =>
    linearOf({ lightness: Number(lightness), chroma: Number(chroma), hue: Number(hue) }),
  );
  return (from.theme === 'light' ? found[0] : found.at(-1)) ?? null;
}
