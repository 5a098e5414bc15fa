import { embossDrawing } from '@modu/engine-braille/proof';
import { useTranslation } from '../../../lib/language/index.ts';
import type { ProofSheet } from '../hooks/useProofCursor.ts';

/** The page as an embosser presses it, for helpers who read braille by eye. */
export function EmbossedPage({ page, cellsPerLine }: { readonly page: ProofSheet; readonly cellsPerLine: number }) {
  const { t } = useTranslation('documents');
  const { width, height, raised, flat } = embossDrawing(page.lines, cellsPerLine);
  return (
    <svg role="img" aria-label={t('embossedPage', { page: page.number })} viewBox={`0 0 ${width} ${height}`}>
      <path d={flat} fill="currentColor" opacity="0.12" />
      <path d={raised} fill="currentColor" />
    </svg>
  );
}
