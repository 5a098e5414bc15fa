import { PlainButton, TextField } from '@modu/ui';
import { useState } from 'react';
import { signUp } from '../../lib/auth/index.ts';
import type { SignOutcome } from '../../lib/auth/index.ts';
import { keptBeginner } from '../../lib/keep/beginner.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { Link } from '../../lib/way/index.ts';
import { EmailField, FormProblem } from './components/CredentialFields.tsx';
import { LetterSent } from './components/LetterSent.tsx';
import { ProviderButtons } from './components/ProviderButtons.tsx';
import { SignFrame } from './components/SignFrame.tsx';
import { useSignForm } from './hooks/useSignForm.ts';
import { checkSignUp } from './model/credentials.ts';
import type { Credentials } from './model/credentials.ts';
import type { SignPageProps } from './SignInPage.tsx';
import { useRoom } from '../../lib/words/useRoom.ts';

const NAME_MAX = 80;

/** Whoever signs up is a beginner: the first steps stand there with the first page. */
async function signUpBeginner(given: Credentials): Promise<SignOutcome> {
  const outcome = await signUp(given);
  if (outcome === 'done') keptBeginner.set(true);
  return outcome;
}

/** Makes an account with name, e-mail and password, and signs in. */
export function SignUpPage({ next, onDone }: SignPageProps) {
  const { t } = useTranslation(['session', 'shell']);
  const [writtenTo, setWrittenTo] = useState<string | null>(null);
  const form = useSignForm({
    check: checkSignUp,
    send: signUpBeginner,
    onDone,
    onHalfway: (_, { email }) => setWrittenTo(email),
  });
  const room = useRoom(form.field('name').value.length, NAME_MAX);
  if (writtenTo !== null) return <LetterSent email={writtenTo} />;
  return (
    <SignFrame
      title={t('session:signUpTitle')}
      onSubmit={form.submit}
      footer={
        <>
          {t('session:haveAccount')}{' '}
          <Link to="/sign-in" search={{ next }}>
            {t('session:toSignIn')}
          </Link>
        </>
      }
    >
      <p className="sign__words">{t('session:signUpWords')}</p>
      <FormProblem problem={form.problem} traceId={form.traceId} />
      <TextField label={t('session:name')} autoComplete="name" maxLength={NAME_MAX} {...room} {...form.field('name')} />
      <EmailField {...form.field('email')} />
      <TextField
        label={t('session:password')}
        type="password"
        autoComplete="new-password"
        hint={t('session:passwordHint')}
        {...form.field('password')}
      />
      <PlainButton variant="primary" size="large" type="submit" isPending={form.isSending}>
        {t('session:signUp')}
      </PlainButton>
      <ProviderButtons next={next} />
    </SignFrame>
  );
}
