import { Notice, PlainButton } from '@modu/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { requestPasswordReset } from '../../lib/auth/proofs.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { Link } from '../../lib/way/index.ts';
import { EmailField } from './components/CredentialFields.tsx';
import { SignFrame } from './components/SignFrame.tsx';
import { SignProblem } from './components/SignProblem.tsx';

/** Asks for a letter with a link to a new password. */
export function ForgotPasswordPage() {
  const { t } = useTranslation('session');
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => requestPasswordReset(email.trim()) });
  return (
    <SignFrame
      title={t('forgotTitle')}
      onSubmit={() => email.trim() !== '' && !ask.isPending && ask.mutate()}
      footer={
        <Link to="/sign-in" search={{ next: '/' }}>
          {t('toSignIn')}
        </Link>
      }
    >
      <p className="sign__words">{t('forgotWords')}</p>
      <SignProblem error={ask.error} />
      {ask.isSuccess && <Notice tone="positive">{t('forgotDone')}</Notice>}
      <EmailField value={email} onChange={setEmail} />
      <PlainButton variant="primary" size="large" type="submit" isPending={ask.isPending}>
        {t('forgotSend')}
      </PlainButton>
    </SignFrame>
  );
}
