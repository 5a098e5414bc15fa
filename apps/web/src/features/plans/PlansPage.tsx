import { Button, LoadingState, Notice } from '@modu/ui';
import { useState } from 'react';
import type { PlansQuery } from '../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../lib/language/index.ts';
import { useCreditWords } from '../credits/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { Failed } from '../../lib/thing/Failed.tsx';
import { FailureNotice } from '../../lib/trace/index.ts';
import { PlanRow } from './components/PlanRow.tsx';
import { SwitchPlan } from './components/SwitchPlan.tsx';
import { SubscriptionPanel } from './components/SubscriptionPanel.tsx';
import { usePlans, usePlanStep } from './hooks/usePlans.ts';
import { paidPlanOf } from './model/paid-plan.ts';
import { formatPrice } from './model/price.ts';
import './plans.css';

/** The plans side by side, credit packs, and what the viewer subscribes to. */
export function PlansPage() {
  const { t } = useTranslation('plans');
  const locale = useLocale();
  const words = useCreditWords();
  const plans = usePlans();
  const { data } = plans;
  const { mutate, isPending, data: said, error: lost } = usePlanStep();
  const [wanted, setWanted] = useState<PlansQuery['plans'][number] | null>(null);
  const subscription = data?.me?.subscription ?? null;
  const paid = data && paidPlanOf(data);
  // A pack that nobody sells is no offer: its price would only ask where it can be had.
  const packs = data?.creditPacks.filter(({ onSale }) => onSale) ?? [];
  const isOnSale = packs.length > 0 || data?.plans.some(({ onSale }) => onSale);
  return (
    <div className="page plans">
      <PageTitle>{t('title')}</PageTitle>
      <h1>{t('title')}</h1>
      {plans.isError && <Failed title={t('failed')} query={plans} />}
      {!data && !plans.isError && <LoadingState label={t('title')} />}
      {said?.message !== undefined && <Notice tone="negative">{said.message}</Notice>}
      <FailureNotice error={lost} words={t('lost')} />
      {data && !isOnSale && <Notice tone="info">{t('off')}</Notice>}
      {subscription && (
        <SubscriptionPanel
          subscription={subscription}
          servedName={paid?.waitsFor ?? null}
          isBusy={isPending}
          onStep={mutate}
        />
      )}
      <ul className="plans__list">
        {data?.plans.map((plan) => (
          <PlanRow
            key={plan.id}
            plan={plan}
            isCurrent={data.me?.tier === plan.tier}
            isChoosable={plan !== (paid?.isSubscriber ? paid?.chosen : paid?.served)}
            isSubscriber={paid?.isSubscriber ?? false}
            isBusy={isPending}
            onChoose={() => (paid?.isSubscriber ? setWanted(plan) : mutate({ step: 'buy', planId: plan.id }))}
          />
        ))}
      </ul>
      <SwitchPlan
        plan={wanted}
        isDearer={wanted !== null && wanted.priceCents > (paid?.paidCents ?? 0)}
        onClose={() => setWanted(null)}
        onConfirm={({ id }) => mutate({ step: 'switch', planId: id })}
      />
      {packs.length > 0 && (
        <section aria-labelledby="packs-title">
          <h2 id="packs-title" className="plans__section">
            {t('packs')}
          </h2>
          <ul className="plans__packs">
            {packs.map(({ id, credits, priceCents, currency }) => (
              <li key={id} className="plans__pack ui-figures">
                <span>{words(credits)}</span>
                <span>{formatPrice(priceCents, currency, locale)}</span>
                <Button onPress={() => mutate({ step: 'pack', packId: id })} isPending={isPending}>
                  {t('buy', { name: words(credits) })}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
