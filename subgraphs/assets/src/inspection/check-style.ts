/** Carried in the drawing itself: a place in it, a raster picture, a font. */
const CARRIED = String.raw`#|data:(image\/(png|jpe?g|gif|webp|avif)|font\/[\w.+-]+|application\/(x-)?font-[\w.+-]+)[;,]`;
/** White space and quotes are stepped over before; here they are no place that one could stop at. */
const ADDRESS = String.raw`url\( ?["']? ?(?![ "']|${CARRIED})`;
/** CSS Images 4, CSS Values 5: addresses as mere strings. A comment or a variable may stand before one, or for it. */
const STRINGS = String.raw`(image-set|cross-fade)\(|\b(image|src)\( ?(ltr|rtl)? ?(["'/]|var\()`;
const LOADING = new RegExp(String.raw`@import|expression ?\(|javascript:|${STRINGS}|${ADDRESS}`, 'i');
/** CSS Syntax, 4.3.7: a character by its number, with the white space that ends it; a line that goes on; any other character. */
const ESCAPE = /\\(?:([0-9a-f]{1,6})\s?|(\r\n|[\n\f\r])|(.))/gi;
const CODE_POINT_MAX = 0x10_ff_ff;

/** Does a style, or an attribute that is read as one, load something from elsewhere or run something? */
export function isLoading(css: string): boolean {
  const plain = css.includes('\\') ? css.replace(ESCAPE, unescape) : css;
  // In one space at most, or looking for what follows it would take the square of its length.
  return LOADING.test(plain.replace(/\s+/g, ' '));
}

function unescape(_: string, hex: string | undefined, newline: string | undefined, other: string | undefined): string {
  if (hex === undefined) return newline === undefined ? (other ?? '') : '';
  const codePoint = Number.parseInt(hex, 16);
  return codePoint > CODE_POINT_MAX ? '\ufffd' : String.fromCodePoint(codePoint);
}
