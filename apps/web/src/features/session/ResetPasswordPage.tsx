import { PlainButton, TextField } from '@modu/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { resetPassword } from '../../lib/auth/proofs.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { Link } from '../../lib/way/index.ts';
import { SignFrame } from './components/SignFrame.tsx';
import { SignProblem } from './components/SignProblem.tsx';
import { passwordProblem } from './model/credentials.ts';

/** Sets a new password with the token that a letter carried. */
export function ResetPasswordPage({ token, onDone }: { readonly token: string; readonly onDone: () => void }) {
  const { t } = useTranslation('session');
  const [newPassword, setNewPassword] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const reset = useMutation({ mutationFn: () => resetPassword({ token, newPassword }), onSuccess: onDone });
  const problem = passwordProblem(newPassword).password;
  const submit = () => {
    setIsChecked(true);
    if (problem === undefined && !reset.isPending) reset.mutate();
  };
  return (
    <SignFrame title={t('resetTitle')} onSubmit={submit} footer={<Link to="/forgot-password">{t('forgotAgain')}</Link>}>
      <p className="sign__words">{t('resetWords')}</p>
      <SignProblem error={reset.error} />
      <TextField
        label={t('newPassword')}
        name="new-password"
        type="password"
        autoComplete="new-password"
        hint={t('passwordHint')}
        value={newPassword}
        onChange={setNewPassword}
        problem={isChecked && problem !== undefined ? t(problem) : undefined}
      />
      <PlainButton variant="primary" size="large" type="submit" isPending={reset.isPending}>
        {t('resetSend')}
      </PlainButton>
    </SignFrame>
  );
}
