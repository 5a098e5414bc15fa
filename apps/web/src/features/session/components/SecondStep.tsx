import { PlainButton } from '@modu/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isStepOver, tellSessionChange } from '../../../lib/auth/index.ts';
import { passSecondStep } from '../../../lib/auth/second-step.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { CodeField } from './CodeField.tsx';
import { SignFrame } from './SignFrame.tsx';
import { SignProblem } from './SignProblem.tsx';

export interface SecondStepProps {
  readonly onDone: () => void;
  /** The code came too late for its password. */
  readonly onOver: () => void;
}

/** The code that follows the right password. */
export function SecondStep({ onDone, onOver }: SecondStepProps) {
  const { t } = useTranslation('session');
  const [code, setCode] = useState('');
  const pass = useMutation({
    mutationFn: passSecondStep,
    onSuccess: () => {
      tellSessionChange('signed-in');
      onDone();
    },
    onError: (error) => isStepOver(error) && onOver(),
  });
  return (
    <SignFrame
      isNextStep
      title={t('secondStepTitle')}
      onSubmit={() => code !== '' && !pass.isPending && pass.mutate(code)}
      footer={null}
    >
      <p className="sign__words">{t('secondStepWords')}</p>
      <SignProblem error={pass.error} />
      <CodeField value={code} onChange={setCode} />
      <PlainButton variant="primary" size="large" type="submit" isPending={pass.isPending}>
        {t('signIn')}
      </PlainButton>
    </SignFrame>
  );
}
