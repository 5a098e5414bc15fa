import { announce, Button, Dialog, Notice, TextField } from '@modu/ui';
import { useState } from 'react';
import { tellSessionChange } from '../../../lib/auth/index.ts';
import { DeleteAccountDocument, KeepAccountDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { Link } from '../../../lib/way/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { formatMoment } from '../../../lib/words/moment.ts';
import { useChange } from '../hooks/useChange.ts';
import { Part } from './Part.tsx';

export interface DeleteAccountProps {
  readonly email: string;
  readonly deletesAt: string | null;
  /** Days between asking and the end. */
  readonly graceDays: number;
}

/** The end of the account: asked for with the address typed, taken back until it comes. */
export function DeleteAccount({ email, deletesAt, graceDays }: DeleteAccountProps) {
  const { t } = useTranslation('account');
  const locale = useLocale();
  const days = inDays(graceDays, locale);
  const [isAsking, setIsAsking] = useState(false);
  const keep = useChange({
    send: async () => (await request(KeepAccountDocument, {})).keepAccount,
    onDone: () => announce(t('kept')),
  });
  return (
    <Part title={t('leave')} words={t('leaveWords', { days })}>
      {deletesAt === null ? (
        <Button variant="danger" onPress={() => setIsAsking(true)}>
          {t('leaveAsk')}
        </Button>
      ) : (
        <>
          <Notice tone="caution">{t('leavePlanned', { moment: formatMoment(deletesAt, locale) })}</Notice>
          <Button onPress={() => keep.send()} isPending={keep.isPending}>
            {t('keep')}
          </Button>
          <FailureNotice error={keep.error} words={t('failed')} />
        </>
      )}
      <AskToDelete email={email} days={days} isOpen={isAsking} onOpenChange={setIsAsking} />
    </Part>
  );
}

function inDays(count: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(count);
}

interface AskProps {
  readonly email: string;
  readonly days: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

function AskToDelete({ email, days, isOpen, onOpenChange }: AskProps) {
  const { t } = useTranslation('account');
  const [typed, setTyped] = useState('');
  const leave = useChange({
    send: async (confirmEmail: string) => (await request(DeleteAccountDocument, { confirmEmail })).deleteAccount,
    onDone: () => tellSessionChange('signed-out'),
  });
  return (
    <Dialog
      title={t('leaveTitle')}
      closeLabel={t('close')}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      size="small"
      footer={
        <>
          <Button onPress={() => onOpenChange(false)}>{t('stay')}</Button>
          <Button variant="danger" isPending={leave.isPending} onPress={() => leave.send(typed)}>
            {t('leaveConfirm')}
          </Button>
        </>
      }
    >
      <p>{t('leaveConsequence', { days })}</p>
      <p>
        {t('leavePlan')} <Link to="/plans">{t('leavePlanLink')}</Link>
      </p>
      <TextField
        label={t('leaveType', { email })}
        name="confirm-email"
        value={typed}
        onChange={setTyped}
        problem={leave.refusal?.message}
      />
      <FailureNotice error={leave.error} words={t('failed')} />
    </Dialog>
  );
}
