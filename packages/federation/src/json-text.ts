/** Characters that JSON must escape, lone surrogates included. */
const MUST_ESCAPE = new RegExp('["\\\\\\u0000-\\u001f\\ud800-\\udfff]');
const SCAN_MAX = 5_000;

/** A string as JSON text. Short plain strings, most of what an answer holds, are only put between quotes. */
export function stringText(value: string): string {
  return value.length < SCAN_MAX && !MUST_ESCAPE.test(value) ? `"${value}"` : JSON.stringify(value);
}

/** Any JSON value as text. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return stringText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return value === null || value === undefined ? 'null' : JSON.stringify(value);
}
