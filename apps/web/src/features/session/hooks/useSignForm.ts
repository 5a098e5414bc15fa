import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { AuthError, tellSessionChange } from '../../../lib/auth/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { placeProblem } from '../model/credentials.ts';
import type { SignOutcome } from '../../../lib/auth/index.ts';
import { traceOf } from '../../../lib/trace/index.ts';
import type { CredentialField, CredentialProblems, Credentials } from '../model/credentials.ts';

export interface SignFormOptions {
  readonly check: (credentials: Credentials) => CredentialProblems;
  readonly send: (credentials: Credentials) => Promise<SignOutcome>;
  readonly onDone: () => void;
  /** A letter must be answered or a second step taken first. */
  readonly onHalfway?: (outcome: Exclude<SignOutcome, 'done'>, credentials: Credentials) => void;
}

/** State of the sign-up and sign-in forms: what was typed, what is wrong, and the sending. */
export function useSignForm({ check, send, onDone, onHalfway }: SignFormOptions) {
  const { t } = useTranslation('session');
  const [credentials, setCredentials] = useState<Credentials>({ name: '', email: '', password: '' });
  const [problems, setProblems] = useState<CredentialProblems>({});
  const [traceId, setTraceId] = useState<string | null>(null);
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: (outcome, sent) => {
      if (outcome !== 'done') {
        onHalfway?.(outcome, sent);
        return;
      }
      tellSessionChange('signed-in');
      onDone();
    },
    onError: (error) => {
      const known = error instanceof AuthError ? error : new AuthError('unknown');
      setProblems(placeProblem(known.problem));
      setTraceId(traceOf(known));
    },
  });
  const say = (key: keyof CredentialProblems) => {
    const problem = problems[key];
    return problem === undefined ? undefined : t(problem);
  };
  const change = (field: CredentialField, value: string) => {
    setCredentials({ ...credentials, [field]: value });
    const { [field]: _, ...others } = problems;
    setProblems(others);
  };
  return {
    /** What is wrong with the whole, and how to tell us of it. */
    problem: say('form'),
    traceId,
    isSending: mutation.isPending,
    /** What ties a text field to the form. */
    field: (name: CredentialField) => ({
      name,
      value: credentials[name],
      onChange: (value: string) => change(name, value),
      problem: say(name),
    }),
    submit: () => {
      if (mutation.isPending) return;
      const trimmed = { ...credentials, name: credentials.name.trim(), email: credentials.email.trim() };
      const found = check(trimmed);
      setProblems(found);
      setTraceId(null);
      if (Object.keys(found).length === 0) mutation.mutate(trimmed);
    },
  };
}
