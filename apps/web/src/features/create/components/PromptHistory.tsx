import { IconButton, Menu } from '@modu/ui';
import { History } from 'lucide-react';
import { useTranslation } from '../../../lib/language/index.ts';

export interface PromptHistoryProps {
  readonly prompts: readonly string[];
  readonly onPick: (prompt: string) => void;
}

const SHOWN_CHARACTERS = 60;

/** The prompts of the latest pictures, to begin from again. */
export function PromptHistory({ prompts, onPick }: PromptHistoryProps) {
  const { t } = useTranslation('create');
  if (prompts.length === 0) return null;
  const short = (prompt: string) =>
    prompt.length > SHOWN_CHARACTERS ? `${prompt.slice(0, SHOWN_CHARACTERS - 1)}…` : prompt;
  return (
    <Menu
      placement="top end"
      trigger={<IconButton label={t('history')} icon={<History size={16} strokeWidth={1.5} aria-hidden />} />}
      groups={[prompts.map((prompt) => ({ id: prompt, name: short(prompt), onAction: () => onPick(prompt) }))]}
    />
  );
}
