import { Drawer, RadioList, Switch } from '@modu/ui';
import { useDeferredValue } from 'react';
import { keptPace, PACES } from '../../lib/hearing/index.ts';
import { useKeptValue } from '../../lib/keep/useKeptValue.ts';
import { keptSingleKeys } from '../../lib/keyboard/index.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { KeyList } from './KeyList.tsx';
import './help.css';

export interface HelpDrawerProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

const PACE_WORDS = {
  tenth: 'paceTenth',
  halfMinute: 'paceHalfMinute',
  change: 'paceChange',
  end: 'paceEnd',
} as const;

/** Help on every page: the first steps, the keys, what is heard of jobs. */
export function HelpDrawer({ isOpen, onOpenChange }: HelpDrawerProps) {
  const { t } = useTranslation('shell');
  return (
    <Drawer title={t('help')} closeLabel={t('close')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <section className="help__part">
        <h3>{t('firstSteps')}</h3>
        <ol className="help__steps">
          {(['stepWrite', 'stepCreate', 'stepKeep'] as const).map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
        </ol>
      </section>
      <Further />
    </Drawer>
  );
}

/** What follows comes a moment after the drawer stands: drawn together they are one long task, in which no key is taken. */
function Further() {
  const { t } = useTranslation('aids');
  const pace = useKeptValue(keptPace);
  const singleKeys = useKeptValue(keptSingleKeys);
  const isDrawn = useDeferredValue(true, false);
  if (!isDrawn) return null;
  return (
    <>
      <section className="help__part">
        <h3>{t('keys')}</h3>
        <KeyList />
        <Switch isSelected={singleKeys} onChange={(next) => keptSingleKeys.set(next)} note={t('singleKeysNote')}>
          {t('singleKeys')}
        </Switch>
      </section>
      <section className="help__part">
        <h3>{t('hearing')}</h3>
        <RadioList
          label={t('hearingWords')}
          value={pace}
          onChange={(id) => keptPace.set(PACES.find((each) => each === id) ?? 'tenth')}
          choices={PACES.map((id) => ({ id, name: t(PACE_WORDS[id]) }))}
        />
      </section>
    </>
  );
}
