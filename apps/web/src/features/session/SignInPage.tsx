import { Notice, PlainButton } from '@modu/ui';
import { useState } from 'react';
import { signIn } from '../../lib/auth/index.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { Link } from '../../lib/way/index.ts';
import { EmailField, FormProblem, PasswordField } from './components/CredentialFields.tsx';
import { ProviderButtons } from './components/ProviderButtons.tsx';
import { SecondStep } from './components/SecondStep.tsx';
import { SignFrame } from './components/SignFrame.tsx';
import { useSignForm } from './hooks/useSignForm.ts';
import { checkSignIn } from './model/credentials.ts';

export interface SignPageProps {
  /** Where to go afterwards, a path of this site. */
  readonly next: string;
  /** The session ended in mid-work. */
  readonly hasExpired?: boolean;
  /** Another house sent the person back without signing them in. */
  readonly isRefused?: boolean;
  /** Another house has said who it is, and the second step is still to come. */
  readonly isHalfway?: boolean;
  readonly onDone: () => void;
}

/** Signs a person in with e-mail and password. */
export function SignInPage({ next, hasExpired = false, isRefused = false, isHalfway = false, onDone }: SignPageProps) {
  const { t } = useTranslation(['session', 'shell']);
  const [needsCode, setNeedsCode] = useState(isHalfway);
  const [isOver, setOver] = useState(false);
  const form = useSignForm({
    check: checkSignIn,
    send: ({ email, password }) => signIn({ email, password }),
    onDone,
    onHalfway: () => setNeedsCode(true),
  });
  const startOver = () => {
    setNeedsCode(false);
    setOver(true);
  };
  if (needsCode) return <SecondStep onDone={onDone} onOver={startOver} />;
  return (
    <SignFrame
      isNextStep={isOver}
      title={t('session:signInTitle')}
      onSubmit={form.submit}
      footer={
        <>
          {t('session:noAccount')}{' '}
          <Link to="/sign-up" search={{ next }}>
            {t('session:toSignUp')}
          </Link>
        </>
      }
    >
      {hasExpired && <Notice tone="caution">{t('session:expired')}</Notice>}
      {isRefused && <Notice tone="caution">{t('session:providerRefused')}</Notice>}
      {isOver && <Notice tone="caution">{t('session:problemStepOver')}</Notice>}
      <FormProblem problem={form.problem} traceId={form.traceId} />
      <EmailField {...form.field('email')} />
      <PasswordField {...form.field('password')} />
      <Link to="/forgot-password" className="sign__aside">
        {t('session:toForgot')}
      </Link>
      <PlainButton variant="primary" size="large" type="submit" isPending={form.isSending}>
        {t('session:signIn')}
      </PlainButton>
      <ProviderButtons next={next} />
    </SignFrame>
  );
}
