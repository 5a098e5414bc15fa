/** What language a text looks like it is in, by its letters alone; undefined when they do not tell. */
export function languageOfText(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const share = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) / letters;
  if (letters === 0) return undefined;
  if (share(/[가-힣]/gu) > 0.2) return 'ko';
  if (share(/[ぁ-ヺ]/gu) > 0.1) return 'ja';
  if (share(/\p{Script=Han}/gu) > 0.4) return 'zh';
  return /[a-z]/iu.test(text) ? 'en' : undefined;
}
