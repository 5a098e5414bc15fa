import { useTranslation } from '../../../lib/language/index.ts';
import { inFigures } from '../../../lib/words/figures.ts';

export interface FacetCountProps {
  /** Null when it is not known. */
  readonly count: number | null;
  /** False: there are at least so many. */
  readonly isExact: boolean;
}

/** How many pictures a step would leave. */
export function FacetCount({ count, isExact }: FacetCountProps) {
  const { t } = useTranslation('gallery');
  if (count === null) return null;
  const figures = inFigures(count);
  return <span className="facets__count ui-figures">{isExact ? figures : t('atLeast', { formatted: figures })}</span>;
}
