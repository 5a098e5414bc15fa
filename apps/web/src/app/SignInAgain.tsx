import { Button, Dialog, Notice } from '@modu/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { EmailField, PasswordField, sessionQuery } from '../features/session/index.ts';
import { AuthError, fetchSession, signIn, signInAgain, tellSessionChange } from '../lib/auth/index.ts';
import { ownedBy } from '../lib/keep/own.ts';
import { useTranslation } from '../lib/language/index.ts';
import { Link, useHref } from '../lib/way/index.ts';

/** Over the page whose session ended: the password once more, and everything that was typed is still there. */
export function SignInAgain() {
  const { t } = useTranslation(['session', 'shell']);
  const here = useHref();
  const known = useQueryClient().getQueryData(sessionQuery.queryKey);
  const [email, setEmail] = useState(known?.email ?? '');
  const [password, setPassword] = useState('');
  const again = useMutation({ mutationFn: () => comeBack({ email, password, knownId: known?.id }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!again.isPending && password !== '') again.mutate();
  };
  const problem = again.error instanceof AuthError ? again.error.problem : again.isError ? 'unknown' : null;
  return (
    <Dialog
      title={t('session:againTitle')}
      closeLabel={t('shell:close')}
      size="small"
      isOpen
      onOpenChange={() => signInAgain.done()}
    >
      <form onSubmit={submit} noValidate className="again">
        <p>{t('session:expired')}</p>
        {problem !== null && <Notice tone="negative">{t(problemWords(problem))}</Notice>}
        <EmailField value={email} onChange={setEmail} />
        <PasswordField value={password} onChange={setPassword} />
        <Button variant="primary" size="large" type="submit" isPending={again.isPending}>
          {t('session:signIn')}
        </Button>
        <Link
          to="/sign-in"
          search={{ next: here, expired: true }}
          onClick={() => signInAgain.done()}
          className="again__other"
        >
          {t('session:otherWay')}
        </Link>
      </form>
    </Dialog>
  );
}

/** The same person goes on where they were; for somebody else the page begins anew, with nothing of the one before. */
async function comeBack({
  email,
  password,
  knownId,
}: {
  email: string;
  password: string;
  knownId: string | undefined;
}) {
  await signIn({ email: email.trim(), password });
  const session = await fetchSession();
  if (session === null) throw new AuthError('unknown');
  ownedBy(session.id);
  if (knownId !== undefined && session.id !== knownId) return;
  signInAgain.done();
  tellSessionChange('renewed');
}

function problemWords(problem: AuthError['problem']) {
  if (problem === 'wrong-credentials') return 'session:problemWrongCredentials';
  if (problem === 'too-many') return 'session:problemTooMany';
  return problem === 'unreachable' ? 'session:problemUnreachable' : 'session:problemUnknown';
}
