import { PlainButton, TextField } from '@modu/ui';
import { useState } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';

export interface PasswordFormProps {
  readonly words: string;
  readonly isWaiting: boolean;
  readonly isPending: boolean;
  readonly onPassword: (password: string) => void;
}

/** Asks for the password of a link. */
export function PasswordForm({ words, isWaiting, isPending, onPassword }: PasswordFormProps) {
  const { t } = useTranslation('share');
  const [password, setPassword] = useState('');
  return (
    <form
      className="shared__password"
      onSubmit={(event) => {
        event.preventDefault();
        onPassword(password);
      }}
    >
      <h1>{words}</h1>
      <TextField
        label={t('password')}
        type="password"
        autoComplete="off"
        value={password}
        onChange={setPassword}
        isDisabled={isWaiting}
      />
      <PlainButton
        type="submit"
        variant="primary"
        size="large"
        isPending={isPending}
        isDisabled={isWaiting || password === ''}
      >
        {t('open')}
      </PlainButton>
    </form>
  );
}
