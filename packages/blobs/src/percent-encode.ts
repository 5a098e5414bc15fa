/** Percent-encoding of all but the unreserved characters of RFC 3986, as signatures and headers want it. Takes well-formed text. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
