/** How the inside of a file is looked at; PLAIN files have no inside that could harm. */
export type ContentKind = 'PICTURE' | 'DRAWING' | 'ARCHIVE' | 'GZIP' | 'PDF' | 'PLAIN';

/** Pictures that we decode ourselves: for thumbnails, for engines. Others are only handed back as they came. */
const DECODED = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/tiff',
  'image/avif',
  'image/apng',
]);

const ARCHIVES =
  /^application\/(zip|x-zip|epub\+zip|vnd\.(openxmlformats-officedocument|oasis\.opendocument|android\.package)|java-archive|hwp\+zip|x-hwp\+zip)/;

/** By what the bytes show, which wins over what was declared. */
export function contentKindOf(declared: string, sniffed: string | undefined): ContentKind {
  const shown = sniffed === undefined ? undefined : kindOfType(sniffed);
  // An SVG shows itself as XML at most.
  if (declared === 'image/svg+xml') return 'DRAWING';
  return shown ?? kindOfType(declared) ?? 'PLAIN';
}

function kindOfType(contentType: string): ContentKind | undefined {
  if (DECODED.has(contentType)) return 'PICTURE';
  if (contentType === 'application/pdf') return 'PDF';
  if (contentType === 'application/gzip' || contentType === 'application/x-gzip') return 'GZIP';
  return ARCHIVES.test(contentType) ? 'ARCHIVE' : undefined;
}
