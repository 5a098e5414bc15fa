import { Link } from '../../../lib/way/index.ts';
import { Button } from '@modu/ui';
import type { PlansQuery } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { inFigures } from '../../../lib/words/figures.ts';
import { formatSize } from '../../../lib/words/size.ts';
import { formatPrice } from '../model/price.ts';

export interface PlanRowProps {
  readonly plan: PlansQuery['plans'][number];
  readonly isCurrent: boolean;
  /** Whether the viewer can take it: not when they have chosen it already. */
  readonly isChoosable: boolean;
  /** Subscribers change their plan, others buy one. */
  readonly isSubscriber: boolean;
  readonly isBusy: boolean;
  readonly onChoose: () => void;
}

/** One plan: what it costs, gives and allows, and the way to it. */
export function PlanRow({ plan, isCurrent, isChoosable, isSubscriber, isBusy, onChoose }: PlanRowProps) {
  const { t } = useTranslation('plans');
  const locale = useLocale();
  const { name, priceCents, currency, monthlyCredits, storageBytes, limits, onSale, tier } = plan;
  const isAgreed = tier === 'ENTERPRISE';
  const isOffered = isChoosable && !isAgreed && priceCents > 0;
  return (
    <li className="plan" data-current={isCurrent}>
      <h2 className="plan__name">{name}</h2>
      <p className="plan__price ui-figures">
        {isAgreed ? t('byAgreement') : t('perMonth', { price: formatPrice(priceCents, currency, locale) })}
      </p>
      <ul className="plan__gives ui-figures">
        <li>{t('monthly', { credits: inFigures(monthlyCredits) })}</li>
        <li>{t('storage', { size: formatSize(storageBytes, locale) })}</li>
        <li>{t('jobs', { running: limits.runningJobsMax, queued: limits.queuedJobsMax })}</li>
        <li>{t('side', { pixels: limits.imageSidePixelsMax })}</li>
      </ul>
      {isCurrent && <p className="plan__current">{t('current')}</p>}
      {isAgreed && !isCurrent && (
        <Link className="plan__link" to="/enterprise">
          {t('ask')}
        </Link>
      )}
      {isOffered && !onSale && <p className="plan__note">{t('notOnSale')}</p>}
      {isOffered && onSale && (
        <Button onPress={onChoose} isPending={isBusy}>
          {isSubscriber ? t('switch', { name }) : t('choose', { name })}
        </Button>
      )}
    </li>
  );
}
