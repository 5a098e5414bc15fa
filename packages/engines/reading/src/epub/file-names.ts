import { posix } from 'node:path';

/**
 * Where a book's file may lie that is named like this: names are addresses, so any sign may be percent-encoded (RFC 3986, 2.1). A program
 * that does not know that writes names as they are, also with a bare percent sign. The likelier comes first.
 */
export function pathsOf(folder: string, href: string): readonly string[] {
  const written = href.split('#')[0] ?? '';
  return [...new Set([decoded(written), written])].map((name) => posix.normalize(posix.join(folder, name)));
}

/** What is percent-encoded, decoded; what only looks so stays. */
const decoded = (name: string): string =>
  name.replaceAll(/(?:%[\da-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
