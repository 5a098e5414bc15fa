import { Button, Notice } from '@modu/ui';
import { useMutation } from '@tanstack/react-query';
import { requestPasswordReset } from '../../../lib/auth/proofs.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { Link } from '../../../lib/way/index.ts';
import { isReachable, Part } from '../../account/index.ts';
import { SignProblem } from '../../session/index.ts';

/** For who came by another house and has no password: a letter with the way to one. Without an address there is none to send it to. */
export function NoPasswordPart({ email }: { readonly email: string }) {
  const { t } = useTranslation('security');
  const ask = useMutation({ mutationFn: () => requestPasswordReset(email) });
  if (!isReachable(email)) {
    return (
      <Part title={t('password')} words={t('passwordNeedsAddress')}>
        <Link to="/account">{t('passwordAddress')}</Link>
      </Part>
    );
  }
  return (
    <Part title={t('password')} words={t('passwordNone')}>
      <Button onPress={() => ask.mutate()} isPending={ask.isPending}>
        {t('passwordSet')}
      </Button>
      <SignProblem error={ask.error} />
      {ask.isSuccess && <Notice tone="positive">{t('passwordLetter', { email })}</Notice>}
    </Part>
  );
}
