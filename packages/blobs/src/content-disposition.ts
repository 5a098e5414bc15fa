import { percentEncode } from './percent-encode.ts';

const FALLBACK = 'download';

/**
 * The header that names a file for whoever saves it (RFC 6266): a plain ASCII name for old readers and the true name in
 * UTF-8 (RFC 8187). Characters that could end the header or leave the folder are replaced.
 */
export function contentDisposition(type: 'inline' | 'attachment', filename?: string): string {
  const name = filename === undefined ? '' : safeName(filename);
  if (name === '') return type;
  const ascii = name.replace(/[^\x20-\x7e]+/g, '_').replace(/["\\%]/g, '_');
  const [extension = ''] = /\.[A-Za-z0-9]+$/.exec(ascii) ?? [];
  const stem = ascii.slice(0, ascii.length - extension.length);
  const plain = /[A-Za-z0-9]/.test(stem) ? ascii : `${FALLBACK}${extension}`;
  if (plain === name) return `${type}; filename="${name}"`;
  return `${type}; filename="${plain}"; filename*=UTF-8''${percentEncode(name)}`;
}

function safeName(filename: string): string {
  // Lone surrogates cannot be encoded; slashes, backslashes and controls must not reach a file system.
  return filename
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f/\\]/g, '_')
    .trim()
    .slice(0, 255)
    .toWellFormed();
}
