import { PlainButton, Notice } from '@modu/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { passSecondStep, tellSessionChange } from '../../../lib/auth/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { useProblemWords } from '../hooks/useProblemWords.ts';
import { CodeField } from './CodeField.tsx';
import { SignFrame } from './SignFrame.tsx';

/** The code that follows the right password. */
export function SecondStep({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('session');
  const words = useProblemWords();
  const [code, setCode] = useState('');
  const pass = useMutation({
    mutationFn: passSecondStep,
    onSuccess: () => {
      tellSessionChange('signed-in');
      onDone();
    },
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
