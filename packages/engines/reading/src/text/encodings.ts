/** What Korean files were written in before UTF-8. */
export const KOREAN = 'cp949';

const strict = new TextDecoder('utf-8', { fatal: true });

/** Undefined when it is no UTF-8. */
export function tryUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
