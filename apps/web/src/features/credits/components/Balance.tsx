import { Skeleton } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { inFigures } from '../../../lib/words/figures.ts';
import { useMe } from '../hooks/useMe.ts';
import './balance.css';

/** What can be spent now, large, and what running jobs have set aside. */
export function Balance() {
  const { t } = useTranslation('balance');
  const credits = useMe().data?.credits;
  return (
    <dl className="balance">
      <dt className="balance__name">{t('available')}</dt>
      <dd className="balance__figure ui-figures">
        {credits === undefined ? <Skeleton width="4ch" height="1em" /> : inFigures(credits.available)}
      </dd>
      {credits !== undefined && credits.held > 0 && (
        <dd className="balance__held ui-figures">{t('held', { formatted: inFigures(credits.held) })}</dd>
      )}
    </dl>
  );
}
