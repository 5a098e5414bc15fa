import { ConfirmDialog } from '@modu/ui';
import type { PlansQuery } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { formatPrice } from '../model/price.ts';

type Plan = PlansQuery['plans'][number];

export interface SwitchPlanProps {
  /** What is asked about; null while nothing is. */
  readonly plan: Plan | null;
  /** Whether it costs more than what is paid for now: then the difference is charged at once. */
  readonly isDearer: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (plan: Plan) => void;
}

/** Asks before a subscriber has another plan: unlike buying one, it takes no page of the payment provider. */
export function SwitchPlan({ plan, isDearer, onClose, onConfirm }: SwitchPlanProps) {
  const { t } = useTranslation('plans');
  const locale = useLocale();
  const name = plan?.name ?? '';
  const price = plan === null ? '' : formatPrice(plan.priceCents, plan.currency, locale);
  return (
    <ConfirmDialog
      isOpen={plan !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('switchTitle', { name })}
      confirmLabel={t(isDearer ? 'switchConfirm' : 'switchLaterConfirm')}
      cancelLabel={t('switchKeep')}
      onConfirm={() => {
        onClose();
        if (plan) onConfirm(plan);
      }}
    >
      {t(isDearer ? 'switchWords' : 'switchLaterWords', { name, price })}
    </ConfirmDialog>
  );
}
