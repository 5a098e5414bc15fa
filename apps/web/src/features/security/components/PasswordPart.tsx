import { Button, Notice, TextField } from '@modu/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { tellSessionChange } from '../../../lib/auth/index.ts';
import { changePassword } from '../../../lib/auth/proofs.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { Part } from '../../account/index.ts';
import { passwordProblem, SignProblem } from '../../session/index.ts';

/** A new password for whoever knows the present one. */
export function PasswordPart() {
  const { t } = useTranslation(['security', 'session']);
  const [typed, setTyped] = useState({ currentPassword: '', newPassword: '' });
  const change = useMutation({
    mutationFn: () => changePassword(typed),
    onSuccess: () => {
      setTyped({ currentPassword: '', newPassword: '' });
      // This place has a new session; whatever is open for the old one begins anew.
      tellSessionChange('signed-in');
    },
  });
  const problem = typed.newPassword === '' ? undefined : passwordProblem(typed.newPassword).password;
  const isReady = typed.currentPassword !== '' && typed.newPassword !== '' && problem === undefined;
  return (
    <Part title={t('security:password')} words={t('security:passwordWords')}>
      <form
        className="person__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) change.mutate();
        }}
      >
        <TextField
          label={t('security:passwordNow')}
          name="current-password"
          type="password"
          autoComplete="current-password"
          value={typed.currentPassword}
          onChange={(currentPassword) => setTyped({ ...typed, currentPassword })}
        />
        <TextField
          label={t('session:newPassword')}
          name="new-password"
          type="password"
          autoComplete="new-password"
          hint={t('session:passwordHint')}
          value={typed.newPassword}
          onChange={(newPassword) => setTyped({ ...typed, newPassword })}
          problem={problem === undefined ? undefined : t(`session:${problem}`)}
        />
        <SignProblem error={change.error} />
        {change.isSuccess && <Notice tone="positive">{t('security:passwordDone')}</Notice>}
        <Button type="submit" isDisabled={!isReady} isPending={change.isPending}>
          {t('security:passwordChange')}
        </Button>
      </form>
    </Part>
  );
}
