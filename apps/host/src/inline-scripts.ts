import { createHash } from 'node:crypto';

/** The scripts that a page carries itself, as sources of a content security policy (CSP 3, § 2.3.1: `'sha256-…'`). */
export function inlineScriptHashes(page: string): readonly string[] {
  return [...page.matchAll(/<script>(.*?)<\/script>/gsu)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
}
