/** What the first bytes of a file say it is, as far as they say anything. */
export type SniffedType = string | undefined;

/** Names of the same format; the first of each row stands for all. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['image/jpeg', 'image/jpg', 'image/pjpeg'],
  ['image/x-icon', 'image/vnd.microsoft.icon'],
  ['image/bmp', 'image/x-ms-bmp'],
  ['image/png', 'image/apng'],
  ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'],
  ['application/zip', 'application/x-zip-compressed', 'application/x-zip'],
  ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
  ['audio/mpeg', 'audio/mp3'],
];

/** Formats that are zip archives inside: their first bytes may say no more than that. */
const ZIP_BASED =
  /^application\/(epub\+zip|vnd\.(openxmlformats-officedocument|oasis\.opendocument)\.|java-archive|hwp\+zip)/;

export const isZipBased = (contentType: string): boolean => ZIP_BASED.test(contentType);

/** Types of applications whose files are text, or begin with bytes of their own: no zip archive is one. Dozens of others are. */
const NEVER_ZIP =
  /^application\/(pdf|json|rtf|postscript|wasm|gzip|x-gzip|javascript|x-sh|x-sqlite3|x-msdownload|x-executable|ogg|xml|(.*\+)(json|xml|gzip))$/;

/** Pictures that are text, so that no first bytes tell them apart. */
const TEXT_PICTURES = new Set(['image/svg+xml']);

/** Declared types whose files always begin with bytes that tell them. */
const ALWAYS_TOLD = new Set(['application/pdf', 'application/zip']);

function formatOf(contentType: string): string {
  return SYNONYMS.find((row) => row.includes(contentType))?.[0] ?? contentType;
}

/** Does a type promise a format that its first bytes must show? */
function mustBeTold(format: string): boolean {
  return (
    (format.startsWith('image/') && !TEXT_PICTURES.has(format)) || ALWAYS_TOLD.has(format) || ZIP_BASED.test(format)
  );
}

/**
 * Do the declared type and the content agree? A picture, PDF or zip must show that it is what it says; and bytes that
 * show one of these may not pass under another name, unless under `application/octet-stream`, which claims nothing. Zip bytes
 * may be of any application whose files can be archives: they are looked into all the same.
 */
export function contentAgrees(declared: string, sniffed: SniffedType): boolean {
  const said = formatOf(declared);
  if (said === 'application/octet-stream') return true;
  if (sniffed === undefined) return !mustBeTold(said);
  const shown = formatOf(sniffed);
  if (said === shown) return true;
  if (ZIP_BASED.test(said)) return shown === 'application/zip';
  const isZip = shown === 'application/zip' || ZIP_BASED.test(shown);
  if (isZip && said.startsWith('application/')) return !NEVER_ZIP.test(said);
  return !mustBeTold(said) && !mustBeTold(shown);
}

/** Types that a browser may show in place. Everything else is handed over as a download: it could run as a page of ours. */
export function isShownInline(contentType: string): boolean {
  const format = formatOf(contentType);
  if (TEXT_PICTURES.has(format)) return false;
  return /^(image|audio|video)\//.test(format) || format === 'application/pdf' || format === 'text/plain';
}
