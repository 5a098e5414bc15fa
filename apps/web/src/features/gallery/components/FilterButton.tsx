import { PanelButton } from '@modu/ui';
import { ListFilter } from 'lucide-react';
import { lazy } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { NARROW, useMediaQuery } from '../../../lib/screen/useMediaQuery.ts';
import { inFigures } from '../../../lib/words/figures.ts';
import { narrowingsOf } from '../model/wall-filter.ts';
import { withItsWords } from '../model/with-its-words.ts';
import type { FilterPanelProps } from './FilterPanel.tsx';

const load = () => withItsWords(import('./FilterPanel.tsx'));
const FilterPanel = lazy(async () => ({ default: (await load()).FilterPanel }));

/** Opens what the wall can be narrowed by; says by how much it is. */
export function FilterButton(props: FilterPanelProps) {
  const { t } = useTranslation(['gallery', 'shell']);
  const count = narrowingsOf(props.search).filter((one) => one !== 'search').length;
  return (
    <PanelButton
      label={t('filter')}
      title={t('filterTitle')}
      closeLabel={t('shell:close')}
      icon={<ListFilter size={16} strokeWidth={1.5} aria-hidden />}
      mark={count > 0 && <span className="gallery-tools__mark ui-figures">{inFigures(count)}</span>}
      isSheet={useMediaQuery(NARROW)}
      onForesee={load}
    >
      <FilterPanel {...props} />
    </PanelButton>
  );
}
