/** Where each character of a text begins, in UTF-16 units, and behind the last one where the text ends. */
export function codePointsOf(text: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) places.push(at);
  return [...places, text.length];
}
