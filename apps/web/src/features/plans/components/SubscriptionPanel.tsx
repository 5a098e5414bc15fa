import { Button, Notice } from '@modu/ui';
import type { PlansQuery } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { formatMoment } from '../../../lib/words/moment.ts';
import type { PlanStep } from '../hooks/usePlans.ts';

type Subscription = NonNullable<NonNullable<PlansQuery['me']>['subscription']>;

export interface SubscriptionPanelProps {
  readonly subscription: Subscription;
  /** The plan that serves now, when it is another: a cheaper one begins with the next payment. */
  readonly servedName: string | null;
  readonly isBusy: boolean;
  readonly onStep: (step: PlanStep) => void;
}

/** What the viewer subscribes to, until when, and what can be done about it. */
export function SubscriptionPanel({ subscription, servedName, isBusy, onStep }: SubscriptionPanelProps) {
  const { t } = useTranslation('plans');
  const locale = useLocale();
  const { plan, status, renewsAt, endsAt, provider } = subscription;
  const isAgreed = provider === 'agreement';
  const when = (moment: string) => ({ moment: formatMoment(moment, locale) });
  return (
    <section className="plans__now" aria-label={t('yours')}>
      <div role="status">
        <p>
          {servedName === null
            ? t('youHave', { name: plan.name })
            : t('youHaveUntil', { now: servedName, name: plan.name })}
        </p>
        {endsAt && <p>{t('ends', when(endsAt))}</p>}
        {!endsAt && renewsAt && <p>{t('renews', when(renewsAt))}</p>}
      </div>
      {status === 'PAST_DUE' && <Notice tone="negative">{t('pastDue')}</Notice>}
      {!isAgreed && status !== 'EXPIRED' && (
        <div className="plans__steps">
          <Button onPress={() => onStep({ step: 'portal' })} isPending={isBusy}>
            {t('portal')}
          </Button>
          {status === 'CANCELED' ? (
            <Button onPress={() => onStep({ step: 'resume' })} isPending={isBusy}>
              {t('resume')}
            </Button>
          ) : (
            <Button variant="quiet" onPress={() => onStep({ step: 'cancel' })} isPending={isBusy}>
              {t('cancel')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
