import { Badge, Button, Notice, TextField } from '@modu/ui';
import { useMutation } from '@tanstack/react-query';
import { changeEmail, sendVerification } from '../../../lib/auth/proofs.ts';
import { useDraft } from '../../../lib/drafts/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { SignProblem } from '../../session/index.ts';
import { isReachable } from '../model/reachable.ts';
import { Part } from './Part.tsx';

/** The address: whether it is proven, and another one. */
export function EmailPart({ email, isVerified }: { readonly email: string; readonly isVerified: boolean }) {
  const { t } = useTranslation('account');
  const { fields, change: write, forget } = useDraft('e-mail', { next: '' });
  const { next } = fields;
  const change = useMutation({ mutationFn: () => changeEmail(next.trim()), onSuccess: forget });
  const hasAddress = isReachable(email);
  const again = useMutation({ mutationFn: () => sendVerification(email) });
  return (
    <Part title={t('email')} words={t(hasAddress ? 'emailWords' : 'emailNoneWords')}>
      {hasAddress && (
        <p className="person__value">
          {email}{' '}
          <Badge tone={isVerified ? 'positive' : 'caution'}>{isVerified ? t('emailProven') : t('emailUnproven')}</Badge>
        </p>
      )}
      {hasAddress && !isVerified && (
        <Button onPress={() => again.mutate()} isPending={again.isPending}>
          {t('emailProve')}
        </Button>
      )}
      {again.isSuccess && <Notice tone="positive">{t('letterSent')}</Notice>}
      <form
        className="person__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (next.trim() !== '') change.mutate();
        }}
      >
        <TextField
          label={t(hasAddress ? 'emailNew' : 'emailFirst')}
          name="email"
          type="email"
          autoComplete="email"
          value={next}
          onChange={(typed) => write({ next: typed })}
        />
        {change.isSuccess && <Notice tone="positive">{t('emailAsked')}</Notice>}
        <SignProblem error={change.error ?? again.error} />
        <Button type="submit" isDisabled={next.trim() === ''} isPending={change.isPending}>
          {t(hasAddress ? 'emailChange' : 'emailAdd')}
        </Button>
      </form>
    </Part>
  );
}
