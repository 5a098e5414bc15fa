import { Button, Dialog } from '@modu/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { CodeField, EmailField, PasswordField, SignProblem } from '../features/session/index.ts';
import {
  AuthError,
  fetchSession,
  isStepOver,
  sessionQuery,
  signIn,
  signInAgain,
  tellSessionChange,
} from '../lib/auth/index.ts';
import { passSecondStep } from '../lib/auth/second-step.ts';
import { ownedBy } from '../lib/keep/own.ts';
import { useTranslation } from '../lib/language/index.ts';
import { Link, useHref } from '../lib/way/index.ts';

/** Over the page whose session ended: the password once more, a code where one is wanted, and all that was typed is still there. */
export function SignInAgain() {
  const { t } = useTranslation(['session', 'shell']);
  const here = useHref();
  const known = useQueryClient().getQueryData(sessionQuery.queryKey);
  const [email, setEmail] = useState(known?.email ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const again = useMutation({
    mutationFn: async () => {
      if (needsCode) await passSecondStep(code);
      else if ((await signIn({ email: email.trim(), password })) === 'second-step') return setNeedsCode(true);
      await comeBack(known?.id);
    },
    onError: (error) => isStepOver(error) && setNeedsCode(false),
  });
  const form = useFocusOnStep(needsCode);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!again.isPending && (needsCode ? code : password) !== '') again.mutate();
  };
  return (
    <Dialog
      title={t('session:againTitle')}
      closeLabel={t('shell:close')}
      size="small"
      isOpen
      onOpenChange={() => signInAgain.done()}
    >
      <form ref={form} onSubmit={submit} noValidate className="again">
        <p>{t(needsCode ? 'session:secondStepWords' : 'session:expired')}</p>
        <SignProblem error={again.error} />
        {needsCode ? (
          <CodeField value={code} onChange={setCode} />
        ) : (
          <>
            <EmailField value={email} onChange={setEmail} />
            <PasswordField value={password} onChange={setPassword} />
          </>
        )}
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

/** What is to be typed next has focus: the field before it is gone. */
function useFocusOnStep(needsCode: boolean) {
  const form = useRef<HTMLFormElement>(null);
  const before = useRef(needsCode);
  useEffect(() => {
    if (before.current === needsCode) return;
    before.current = needsCode;
    form.current?.querySelector<HTMLInputElement>(`[name="${needsCode ? 'code' : 'password'}"]`)?.focus();
  }, [needsCode]);
  return form;
}

/** The same person goes on where they were; for somebody else the page begins anew, with nothing of the one before. */
async function comeBack(knownId: string | undefined) {
  const session = await fetchSession();
  if (session === null) throw new AuthError('unknown');
  ownedBy(session.id);
  if (knownId !== undefined && session.id !== knownId) return;
  signInAgain.done();
  tellSessionChange('renewed');
}
