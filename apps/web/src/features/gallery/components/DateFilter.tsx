import { TextField } from '@modu/ui';
import { useId } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { useSince } from '../hooks/useSince.ts';
import { useTyped } from '../hooks/useTyped.ts';
import { dayOf, daysBack, isDay } from '../../../lib/days/day.ts';
import { narrow, widen } from '../model/wall-filter.ts';
import type { GallerySearch } from '../model/wall-filter.ts';
import { FacetCount } from './FacetCount.tsx';
import type { Narrowed } from './GalleryTools.tsx';

/** From which day to which: a stretch up to today by one press, or both days by themselves. */
export function DateFilter({ search, onSearch }: Narrowed) {
  const { t } = useTranslation('pictures');
  const titleId = useId();
  const today = dayOf(new Date());
  const stretches = [
    { name: t('today'), from: today },
    { name: t('lastDays', { count: 7 }), from: daysBack(today, 7) },
    { name: t('lastDays', { count: 30 }), from: daysBack(today, 30) },
    { name: t('thisYear'), from: `${today.slice(0, 4)}-01-01` },
  ];
  const counts = useSince(
    search,
    stretches.map(({ from }) => from),
  );
  return (
    <section role="group" aria-labelledby={titleId} className="facets__group">
      <h3 id={titleId} className="facets__title">
        {t('made')}
      </h3>
      <ul className="facets__options">
        {stretches.map(({ name, from }, at) => {
          const isChosen = search.from === from && search.to === undefined;
          return (
            <li key={name}>
              <button
                type="button"
                className="facets__option"
                aria-pressed={isChosen}
                onClick={() => onSearch(isChosen ? widen(search, 'date') : narrow(search, 'date', { from }))}
              >
                <span className="facets__name">{name}</span>
                <FacetCount count={counts[at]?.count ?? null} isExact={counts[at]?.exact ?? true} />
              </button>
            </li>
          );
        })}
      </ul>
      <Days search={search} onSearch={onSearch} />
    </section>
  );
}

function Days({ search, onSearch }: Narrowed) {
  const { t } = useTranslation('pictures');
  const { from, to } = search;
  const put = (days: Pick<GallerySearch, 'from' | 'to'>) => onSearch(narrow(search, 'date', days), { isTyping: true });
  const [first, setFirst] = useTyped(from ?? '', (day) => {
    // The last day goes when the first comes to lie behind it.
    const keepsTo = to !== undefined && !(isDay(day) && day > to);
    if (day === '' || isDay(day)) put({ ...(day === '' ? {} : { from: day }), ...(keepsTo ? { to } : {}) });
  });
  const isEarly = (day: string) => isDay(day) && from !== undefined && day < from;
  const [last, setLast] = useTyped(to ?? '', (day) => {
    if (day === '' || (isDay(day) && !isEarly(day)))
      put({ ...(from === undefined ? {} : { from }), ...(day === '' ? {} : { to: day }) });
  });
  return (
    <div className="facets__days">
      <TextField type="date" label={t('firstDay')} value={first} onChange={setFirst} />
      <TextField
        type="date"
        label={t('lastDay')}
        value={last}
        onChange={setLast}
        problem={isEarly(last) ? t('daysTurned') : undefined}
      />
    </div>
  );
}
