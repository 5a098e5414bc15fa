import { Skeleton } from '@modu/ui';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { useMe } from '../hooks/useMe.ts';
import { formatCredits } from '../model/credit-words.ts';
import './balance.css';

/** What can be spent now, large, and what running jobs have set aside. */
export function Balance() {
  const { t } = useTranslation('balance');
  const locale = useLocale();
  const credits = useMe().data?.credits;
  return (
    <dl className="balance">
      <dt className="balance__name">{t('available')}</dt>
      <dd className="balance__figure ui-figures">
        {credits === undefined ? <Skeleton width="4ch" height="1em" /> : formatCredits(credits.available, locale)}
      </dd>
      {credits !== undefined && credits.held > 0 && (
        <dd className="balance__held ui-figures">{t('held', { formatted: formatCredits(credits.held, locale) })}</dd>
      )}
    </dl>
  );
}
