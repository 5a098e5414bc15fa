import type { PresignGetOptions } from './presign.ts';

interface KeptLink {
  readonly url: string;
  readonly untilMs: number;
}

/** A wall of pictures has some hundreds; with names and types a link is about 1 KB. */
const LINKS_MAX = 20_000;

/**
 * A link that was signed lately is given again while at least three quarters of its life are left: browsers keep what is behind it,
 * and nothing is signed a second time.
 */
export function createLinkCache(
  sign: (options: PresignGetOptions) => Promise<string>,
  { now = Date.now, linksMax = LINKS_MAX }: { now?: () => number; linksMax?: number } = {},
): (options: PresignGetOptions) => Promise<string> {
  const links = new Map<string, KeptLink>();
  return async (options) => {
    const { key, filename, contentType, download, expiresInSeconds } = options;
    const id = JSON.stringify([key, filename, contentType, download, expiresInSeconds]);
    const atMs = now();
    const known = links.get(id);
    if (known && known.untilMs > atMs) return known.url;
    const url = await sign(options);
    links.delete(id);
    const [oldest] = links.keys();
    if (links.size >= linksMax && oldest !== undefined) links.delete(oldest);
    links.set(id, { url, untilMs: atMs + expiresInSeconds * 250 });
    return url;
  };
}
