import { PlainButton, TextField } from '@modu/ui';
import { useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { useIsTooEarly } from '../hooks/useIsTooEarly.ts';

export interface PasswordFormProps {
  /** What was said when the link was opened. */
  readonly words: string;
  /** What was said last. */
  readonly refusal: Pick<Refusal, 'code' | 'retryAfterMs'>;
  /** What came of the last try, if nothing good did. */
  readonly problem?: string | undefined;
  readonly isPending: boolean;
  readonly onPassword: (password: string) => void;
}

/** Asks for the password of a link; what was typed stays until it is right. */
export function PasswordForm({ words, refusal, problem, isPending, onPassword }: PasswordFormProps) {
  const { t } = useTranslation('share');
  const [password, setPassword] = useState('');
  const isTooEarly = useIsTooEarly(refusal);
  const field = useRef<HTMLInputElement>(null);
  // The button may have had focus, and there is nothing to press before something else is typed.
  useEffect(() => {
    if (problem !== undefined) field.current?.focus();
  }, [problem]);
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
        problem={problem}
        inputRef={field}
      />
      <PlainButton
        type="submit"
        variant="primary"
        size="large"
        isPending={isPending}
        isDisabled={isTooEarly || password === ''}
      >
        {t('open')}
      </PlainButton>
    </form>
  );
}
