import { announce, Badge, Button, TextField } from '@modu/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { tellSessionChange } from '../../../lib/auth/index.ts';
import { endSecondStep, prepareSecondStep } from '../../../lib/auth/second-step.ts';
import type { PreparedSecondStep } from '../../../lib/auth/second-step.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { Part } from '../../account/index.ts';
import { SignProblem } from '../../session/index.ts';
import { ScanAndConfirm } from './ScanAndConfirm.tsx';

/** The second step of signing in: on, off, and how to begin. */
export function SecondStepPart({ isOn }: { readonly isOn: boolean }) {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [prepared, setPrepared] = useState<PreparedSecondStep | null>(null);
  const begin = useMutation({ mutationFn: () => prepareSecondStep(password), onSuccess: setPrepared });
  const end = useMutation({
    mutationFn: () => endSecondStep(password),
    onSuccess: async () => {
      tellSessionChange('signed-in');
      announce(t('secondStepIsOff'));
      await client.invalidateQueries({ queryKey: ['account'] });
    },
  });
  const change = isOn ? end : begin;
  if (prepared && !isOn) {
    return (
      <Part title={t('secondStep')} words={t('secondStepWords')}>
        <ScanAndConfirm prepared={prepared} />
      </Part>
    );
  }
  return (
    <Part title={t('secondStep')} words={t('secondStepWords')}>
      <Badge tone={isOn ? 'positive' : 'plain'}>{isOn ? t('secondStepOn') : t('secondStepOff')}</Badge>
      <form
        className="person__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== '') change.mutate();
        }}
      >
        <TextField
          label={t('passwordNow')}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <SignProblem error={change.error} />
        <Button type="submit" isDisabled={password === ''} isPending={change.isPending}>
          {isOn ? t('secondStepEnd') : t('secondStepBegin')}
        </Button>
      </form>
    </Part>
  );
}
