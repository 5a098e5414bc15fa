import { ConfirmDialog } from '@modu/ui';
import type { PlansQuery } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { formatPrice } from '../model/price.ts';

type Plan = PlansQuery['plans'][number];

export interface SwitchPlanProps {
  /** What is asked about; null while nothing is. */
  readonly plan: Plan | null;
  readonly onClose: () => void;
  readonly onConfirm: (plan: Plan) => void;
}

/** Asks before a subscriber has another plan: unlike buying one, it takes no page of the payment provider, and the card is charged at once. */
export function SwitchPlan({ plan, onClose, onConfirm }: SwitchPlanProps) {
  const { t } = useTranslation('plans');
  const locale = useLocale();
  const name = plan?.name ?? '';
  const price = plan === null ? '' : formatPrice(plan.priceCents, plan.currency, locale);
  return (
    <ConfirmDialog
      isOpen={plan !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('switchTitle', { name })}
      confirmLabel={t('switchConfirm')}
      cancelLabel={t('switchKeep')}
      onConfirm={() => {
        onClose();
        if (plan) onConfirm(plan);
      }}
    >
      {t('switchWords', { name, price })}
    </ConfirmDialog>
  );
}
