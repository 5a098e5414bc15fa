import type { AdminQueuePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTimeWords, useTranslation } from '../../../lib/language/index.ts';

/** How the last hour went, in figures. */
export function LatelyFacts({ lately }: { readonly lately: AdminQueuePartsFragment['lately'] }) {
  const { t } = useTranslation(['admin', 'queue']);
  const locale = useLocale();
  const time = useTimeWords();
  const share = new Intl.NumberFormat(locale, { style: 'percent' });
  const { completed, failed, canceled, waitErrorMsP50: waitError, etaErrorShareP50: etaError } = lately;
  const facts: readonly (readonly [string, string])[] = [
    [t('queue:done'), String(completed)],
    [t('queue:failed'), String(failed)],
    [t('queue:canceled'), String(canceled)],
    [t('waitError'), waitError === null ? '–' : time.about(waitError)],
    [t('etaError'), etaError === null ? '–' : share.format(etaError)],
  ];
  return (
    <dl className="admin-queue__facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="ui-figures">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
