declare global {
  /** Questions that `public/boot.js` has asked before any of this came, by their body or path. */
  var moduEarly: Record<string, Promise<Response>> | undefined;
}

/**
 * The answer to a question that was asked while the script still came, once; undefined where it was not asked. One that failed is asked
 * anew, in the words of the page.
 */
export async function takeEarly(question: string): Promise<Response | undefined> {
  const early = globalThis.moduEarly?.[question];
  if (early === undefined) return undefined;
  delete globalThis.moduEarly?.[question];
  const answer = await early.catch(() => undefined);
  return answer?.ok === true ? answer : undefined;
}

/** Lets go of what was not taken: whoever signs in later gets nothing that was asked for somebody else. */
export function forgetEarly(): void {
  globalThis.moduEarly = undefined;
}
