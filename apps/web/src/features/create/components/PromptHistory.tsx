import { IconButton, Menu } from '@modu/ui';
import { History } from 'lucide-react';
import { useTranslation } from '../../../lib/language/index.ts';

export interface PromptHistoryProps {
  readonly prompts: readonly string[];
  readonly onPick: (prompt: string) => void;
}

const SHOWN_CHARACTERS = 60;

/** Its beginning, where it is long; never half an emoji, nor a letter without its marks. */
function short(prompt: string): string {
  const seen = Array.from(new Intl.Segmenter().segment(prompt), ({ segment }) => segment);
  return seen.length > SHOWN_CHARACTERS ? `${seen.slice(0, SHOWN_CHARACTERS - 1).join('')}…` : prompt;
}

/** The prompts of the latest pictures, to begin from again. */
export function PromptHistory({ prompts, onPick }: PromptHistoryProps) {
  const { t } = useTranslation('create');
  if (prompts.length === 0) return null;
  return (
    <Menu
      placement="top end"
      trigger={<IconButton label={t('history')} icon={<History size={16} strokeWidth={1.5} aria-hidden />} />}
      groups={[prompts.map((prompt) => ({ id: prompt, name: short(prompt), onAction: () => onPick(prompt) }))]}
    />
  );
}
