import { thumbHashToDataURL } from 'thumbhash';

const KEPT_MAX = 500;
const kept = new Map<string, string | null>();

/** A blurred stand-in for a picture as a data URL, from its thumbhash (base64); null when the hash can't be read. */
export function placeholderOf(thumbhash: string): string | null {
  const known = kept.get(thumbhash);
  if (known !== undefined) return known;
  const drawn = draw(thumbhash);
  if (kept.size >= KEPT_MAX) kept.clear();
  kept.set(thumbhash, drawn);
  return drawn;
}

function draw(thumbhash: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(thumbhash), (character) => character.charCodeAt(0));
    return bytes.length < 5 ? null : thumbHashToDataURL(bytes);
  } catch {
    return null;
  }
}
