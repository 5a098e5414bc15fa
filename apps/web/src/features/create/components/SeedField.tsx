import { IconButton, IconToggle, TextField } from '@modu/ui';
import { Dices, Lock, LockOpen } from 'lucide-react';
import { useTranslation } from '../../../lib/language/index.ts';

export interface SeedFieldProps {
  readonly seed: string;
  readonly isLocked: boolean;
  readonly problem: string | undefined;
  readonly onChange: (change: { seed?: string; isSeedLocked?: boolean }) => void;
  readonly roll: () => string;
}

/** The seed with its dice and its lock; typing or rolling one locks it, because it was wanted. */
export function SeedField({ seed, isLocked, problem, onChange, roll }: SeedFieldProps) {
  const { t } = useTranslation('create');
  const LockIcon = isLocked ? Lock : LockOpen;
  return (
    <TextField
      label={t('seed')}
      value={seed}
      inputMode="numeric"
      maxLength={10}
      mono
      hint={t('seedHint')}
      problem={problem}
      onChange={(typed) => onChange({ seed: typed, isSeedLocked: typed !== '' })}
      controls={
        <>
          <IconButton
            label={t('seedRoll')}
            icon={<Dices size={16} strokeWidth={1.5} aria-hidden />}
            onPress={() => onChange({ seed: roll(), isSeedLocked: true })}
          />
          <IconToggle
            label={t('seedLock')}
            icon={<LockIcon size={16} strokeWidth={1.5} aria-hidden />}
            isSelected={isLocked}
            onChange={(locked) =>
              onChange({ isSeedLocked: locked, ...(locked && seed === '' ? { seed: roll() } : {}) })
            }
          />
        </>
      }
    />
  );
}
