import { Drawer, RadioList, Switch } from '@modu/ui';
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
  const { t } = useTranslation(['aids', 'shell']);
  const pace = useKeptValue(keptPace);
  const singleKeys = useKeptValue(keptSingleKeys);
  return (
    <Drawer title={t('shell:help')} closeLabel={t('shell:close')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <section className="help__part">
        <h3>{t('shell:firstSteps')}</h3>
        <ol className="help__steps">
          {(['shell:stepWrite', 'shell:stepCreate', 'shell:stepKeep'] as const).map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
        </ol>
      </section>
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
    </Drawer>
  );
}
