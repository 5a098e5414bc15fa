import { PlainIconButton } from '@modu/ui';
import { X } from 'lucide-react';
import { useIsBeginner } from '../features/queue/index.ts';
import { createKeptValue, OWN_PREFIX } from '../lib/keep/kept-value.ts';
import { useKeptValue } from '../lib/keep/useKeptValue.ts';
import { useTranslation } from '../lib/language/index.ts';
import { usePathname } from '../lib/way/index.ts';

const keptDone = createKeptValue<boolean>({ key: `${OWN_PREFIX}first-steps`, parse: (stored) => stored === true });

/** Three steps to a first picture, for someone who has made none; gone with the first job or when dismissed. */
export function FirstSteps() {
  const { t } = useTranslation('shell');
  const isBeginner = useIsBeginner();
  const isDismissed = useKeptValue(keptDone);
  const isOnCreate = usePathname() === '/';
  if (!isBeginner || isDismissed || !isOnCreate) return null;
  return (
    <section className="first-steps" aria-label={t('firstSteps')}>
      <ol className="first-steps__list">
        {(['stepWrite', 'stepCreate', 'stepKeep'] as const).map((step, index) => (
          <li key={step} className="first-steps__step">
            <span className="first-steps__number ui-figures" aria-hidden>
              {index + 1}
            </span>
            {t(step)}
          </li>
        ))}
      </ol>
      <PlainIconButton
        label={t('dismiss')}
        icon={<X size={16} strokeWidth={1.5} aria-hidden />}
        onPress={() => keptDone.set(true)}
      />
    </section>
  );
}
