import { Notice, TextField } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { Trace } from '../../../lib/trace/index.ts';

interface CredentialFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | undefined;
}

/** The e-mail somebody signs in with, known to the browser as that. */
export function EmailField(field: CredentialFieldProps) {
  const { t } = useTranslation('session');
  return <TextField label={t('email')} {...field} name="email" type="email" autoComplete="username" />;
}

/** The password of somebody who has one. */
export function PasswordField(field: CredentialFieldProps) {
  const { t } = useTranslation('session');
  return <TextField label={t('password')} {...field} name="password" type="password" autoComplete="current-password" />;
}

/** What is wrong with a form as a whole; a fault of ours with its trace id. */
export function FormProblem({
  problem,
  traceId,
}: {
  readonly problem: string | undefined;
  readonly traceId: string | null;
}) {
  if (problem === undefined) return null;
  return (
    <Notice tone="negative">
      {problem} <Trace id={traceId} />
    </Notice>
  );
}
