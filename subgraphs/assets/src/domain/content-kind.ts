/**
 * How the inside of a file is looked at. PLAIN files have no inside that could harm; into a FOREIGN_ARCHIVE we can't look,
 * so it is not taken.
 */
export type ContentKind = 'PICTURE' | 'DRAWING' | 'ARCHIVE' | 'GZIP' | 'PDF' | 'FOREIGN_ARCHIVE' | 'PLAIN';

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

/**
 * Archives and packings other than zip and gzip, by the names of file-type and of browsers. Those that are told by two bytes
 * alone (compress, ARJ) are left out: now and then any file begins so.
 */
const FOREIGN_ARCHIVES =
  /^application\/(x-7z-compressed|vnd\.rar|x-rar(-compressed)?|x-g?tar|x-compressed-tar|x-gtar-compressed|x-tgz|x-bzip2?|x-xz|x-lzma|zstd|x-zstd|(x-)?lzip|x-lz4|vnd\.ms-cab-compressed|x-ace-compressed|x-lzh-compressed|x-cpio|x-unix-archive|x-deb|vnd\.debian\.binary-package|x-rpm|x-apple-diskimage|x-google-chrome-extension)$/;

/** A file in a zip archive, or the end of an empty one. */
const ZIP_BEGINNINGS = [Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.from('PK\u0005\u0006', 'latin1')];

export const isForeignArchive = (contentType: string): boolean => FOREIGN_ARCHIVES.test(contentType);

/** What the first bytes of a file show, which wins over what was declared. */
export interface Shown {
  readonly sample: Uint8Array;
  /** The type that file-type tells by them. */
  readonly sniffed: string | undefined;
}

export function contentKindOf(declared: string, { sample, sniffed }: Shown): ContentKind {
  // An SVG shows itself as XML at most.
  if (declared === 'image/svg+xml') return 'DRAWING';
  // Dozens of formats are zip archives inside, and have names of their own.
  if (ZIP_BEGINNINGS.some((beginning) => beginning.equals(sample.subarray(0, beginning.length)))) return 'ARCHIVE';
  return (sniffed === undefined ? undefined : kindOfType(sniffed)) ?? kindOfType(declared) ?? 'PLAIN';
}

function kindOfType(contentType: string): ContentKind | undefined {
  if (DECODED.has(contentType)) return 'PICTURE';
  if (contentType === 'application/pdf') return 'PDF';
  if (contentType === 'application/gzip' || contentType === 'application/x-gzip') return 'GZIP';
  if (isForeignArchive(contentType)) return 'FOREIGN_ARCHIVE';
  return ARCHIVES.test(contentType) ? 'ARCHIVE' : undefined;
}
