import { PlainButton } from '@modu/ui';
import { useId, useState } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { FacetCount } from './FacetCount.tsx';

export interface FacetOption {
  readonly id: string;
  readonly name: string;
  /** How many pictures it would leave; null when that is not known. */
  readonly count: number | null;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

export interface FacetGroupProps {
  readonly title: string;
  readonly options: readonly FacetOption[];
  /** False: there are at least so many. */
  readonly isExact: boolean;
}

const SHOWN_AT_FIRST = 8;

/** One kind of filter: what can be chosen of it, one at a time. */
export function FacetGroup({ title, options, isExact }: FacetGroupProps) {
  const { t } = useTranslation('pictures');
  const [isWhole, setWhole] = useState(false);
  const titleId = useId();
  // What is chosen is never among those that are folded away.
  const shown = options.filter(({ isChosen }, at) => isWhole || isChosen || at < SHOWN_AT_FIRST);
  const left = options.length - shown.length;
  return (
    <section role="group" aria-labelledby={titleId} className="facets__group">
      <h3 id={titleId} className="facets__title">
        {title}
      </h3>
      <ul className="facets__options">
        {shown.map(({ id, name, count, isChosen, onPress }) => (
          <li key={id}>
            <button type="button" className="facets__option" aria-pressed={isChosen} onClick={onPress}>
              <span className="facets__name">{name}</span>
              <FacetCount count={count} isExact={isExact} />
            </button>
          </li>
        ))}
        {left > 0 && (
          <li>
            <PlainButton variant="quiet" onPress={() => setWhole(true)}>
              {t('moreOptions', { count: left })}
            </PlainButton>
          </li>
        )}
      </ul>
    </section>
  );
}
