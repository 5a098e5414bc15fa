import { useTranslation } from '../../../lib/language/index.ts';
import type { SizeSpan } from '../model/wall-filter.ts';

/** Sizes in words: from how many megapixels to how many, and what pictures of a step are large enough for. */
export function useSizeWords() {
  const { t } = useTranslation('pictures');
  const from = (pixels: number) => t('sizeFrom', numbered(pixels));
  const uses: Readonly<Record<number, string>> = {
    1_000_000: t('sizeScreen'),
    4_000_000: t('sizePostcard'),
    8_000_000: t('sizePage'),
    16_000_000: t('sizePoster'),
  };
  return {
    spanWords: ({ pixelsMin, pixelsMax }: SizeSpan) => {
      if (pixelsMax === undefined) return from(pixelsMin ?? 1);
      if (pixelsMin === undefined) return t('sizeUpTo', numbered(pixelsMax));
      return t('sizeSpan', { least: megapixelsOf(pixelsMin), most: megapixelsOf(pixelsMax) });
    },
    stepWords: (pixels: number) => {
      const use = uses[pixels];
      return use === undefined ? from(pixels) : t('sizeFor', { size: from(pixels), use });
    },
  };
}

const numbered = (pixels: number) => ({ count: megapixelsOf(pixels), megapixels: megapixelsOf(pixels) });

/** To a tenth: what is less is more than nothing. */
const megapixelsOf = (pixels: number) => Math.max(0.1, Math.round(pixels / 100_000) / 10);
