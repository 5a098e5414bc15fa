import { expect, it } from 'vitest';
import { inlineScriptHashes } from './inline-scripts.ts';

it('lets a page run what is written in it, and nothing else', () => {
  const page = '<script type="application/json">{}</script><script src="/a.js"></script><script>alert(1)</script>';

  // The value is the one that browsers name when they refuse `alert(1)`.
  expect(inlineScriptHashes(page)).toEqual(["'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"]);
});

it('has nothing to allow in a page without such scripts', () => {
  expect(inlineScriptHashes('')).toEqual([]);
});
