import { PlainButton, Notice } from '@modu/ui';
import { useMutation } from '@tanstack/react-query';
import { tellSessionChange } from '../../lib/auth/index.ts';
import { verifyEmail } from '../../lib/auth/proofs.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { Link } from '../../lib/way/index.ts';
import { SignFrame } from './components/SignFrame.tsx';
import { SignProblem } from './components/SignProblem.tsx';

/** Proves an address with the token of a letter. A press of a button, because mail programs look at links by themselves. */
export function VerifyEmailPage({ token }: { readonly token: string }) {
  const { t } = useTranslation('session');
  const verify = useMutation({ mutationFn: () => verifyEmail(token), onSuccess: () => tellSessionChange('signed-in') });
  return (
    <SignFrame title={t('verifyTitle')} onSubmit={() => verify.mutate()} footer={<Link to="/">{t('toStudio')}</Link>}>
      <SignProblem error={verify.error} />
      {verify.isSuccess ? (
        <Notice tone="positive">{t('verifyDone')}</Notice>
      ) : (
        <>
          <p className="sign__words">{t('verifyWords')}</p>
          <PlainButton variant="primary" size="large" type="submit" isPending={verify.isPending}>
            {t('verifySend')}
          </PlainButton>
        </>
      )}
    </SignFrame>
  );
}
