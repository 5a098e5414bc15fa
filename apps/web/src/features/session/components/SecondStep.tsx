import { PlainButton, Notice } from '@modu/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isStepOver, passSecondStep, tellSessionChange } from '../../../lib/auth/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { useProblemWords } from '../hooks/useProblemWords.ts';
import { CodeField } from './CodeField.tsx';
import { SignFrame } from './SignFrame.tsx';

export interface SecondStepProps {
  readonly onDone: () => void;
  /** The code came too late for its password. */
  readonly onOver: () => void;
}

/** The code that follows the right password. */
export function SecondStep({ onDone, onOver }: SecondStepProps) {
  const { t } = useTranslation('session');
  const words = useProblemWords();
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
      {pass.isError && <Notice tone="negative">{words(pass.error)}</Notice>}
      <CodeField value={code} onChange={setCode} />
      <PlainButton variant="primary" size="large" type="submit" isPending={pass.isPending}>
        {t('signIn')}
      </PlainButton>
    </SignFrame>
  );
}
