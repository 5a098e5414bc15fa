import { PlainButton, Notice } from '@modu/ui';
import { useMutation } from '@tanstack/react-query';
import { sendVerification } from '../../../lib/auth/proofs.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { Link } from '../../../lib/way/index.ts';
import { SignFrame } from './SignFrame.tsx';
import { SignProblem } from './SignProblem.tsx';

/** After signing up where addresses are proven first: what to do now. */
export function LetterSent({ email }: { readonly email: string }) {
  const { t } = useTranslation('session');
  const again = useMutation({ mutationFn: () => sendVerification(email) });
  return (
    <SignFrame
      isNextStep
      title={t('letterTitle')}
      onSubmit={() => again.mutate()}
      footer={
        <Link to="/sign-in" search={{ next: '/' }}>
          {t('toSignIn')}
        </Link>
      }
    >
      <p className="sign__words">{t('letterWords', { email })}</p>
      <SignProblem error={again.error} />
      {again.isSuccess && <Notice tone="positive">{t('letterAgainDone')}</Notice>}
      <PlainButton type="submit" isPending={again.isPending}>
        {t('letterAgain')}
      </PlainButton>
    </SignFrame>
  );
}
