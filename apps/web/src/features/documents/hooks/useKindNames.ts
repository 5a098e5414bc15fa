import type { BlockKind } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';

/** What the kinds of blocks are called. */
export function useKindNames(): Readonly<Record<BlockKind, string>> {
  const { t } = useTranslation('documents');
  return {
    HEADING: t('kindHeading'),
    PARAGRAPH: t('kindParagraph'),
    LIST: t('kindList'),
    TABLE: t('table'),
    FIGURE: t('kindFigure'),
    MATH: t('kindMath'),
    NOTE: t('kindNote'),
    PAGE_BREAK: t('kindPageBreak'),
  };
}
