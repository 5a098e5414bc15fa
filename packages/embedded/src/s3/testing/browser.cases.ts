import { describe, expect, it } from 'vitest';
import { postForm, signForm } from './browser-form.ts';
import { errorCode, exists, textOf } from './calls.ts';
import type { S3Target } from './target.ts';

export function browserFormCases(target: () => S3Target): void {
  describe('a browser’s signed form', () => {
    const sizeRange = [1, 10] as const;

    it('stores the file under the key it was signed for', async () => {
      const answer = await postForm(target(), signForm(target(), { key: 'form/한글.png', sizeRange }), 'picture');

      expect(answer.status).toBe(204);
      expect(await textOf(target(), 'form/한글.png')).toBe('picture');
    });

    it.each([
      ['another key', { key: 'form/other' }],
      ['another type', { 'content-type': 'text/html' }],
      ['a field nobody signed', { 'x-amz-meta-a': 'b' }],
      ['a forged signature', { 'x-amz-signature': '0'.repeat(64) }],
    ])('is refused with %s', async (_what, change) => {
      const signed = signForm(target(), { key: 'form/refused', sizeRange });
      const fields: Record<string, string> = { ...signed, ...change };

      expect((await postForm(target(), fields, 'picture')).status).toBe(403);
      expect(await exists(target(), fields['key'] ?? '')).toBe(false);
    });

    it.each([
      ['too large', 'eleven bytes', 'EntityTooLarge'],
      ['too small', '', 'EntityTooSmall'],
    ])('refuses a file that is %s', async (_what, file, code) => {
      const answer = await postForm(target(), signForm(target(), { key: 'form/size', sizeRange }), file);

      expect(answer.status).toBe(400);
      expect(await errorCode(answer)).toBe(code);
      expect(await exists(target(), 'form/size')).toBe(false);
    });

    it('ends when its time is over', async () => {
      const fields = signForm(target(), { key: 'form/late', sizeRange, expiresAt: new Date(Date.now() - 1000) });

      expect((await postForm(target(), fields, 'picture')).status).toBe(403);
    });
  });
}
