import { AudioLines } from 'lucide-react';
import type { ClipCardFragment } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { ThingRow, useFactWords } from '../../../lib/thing/ThingRow.tsx';
import { JobLine } from '../../queue/index.ts';
import { clockOf } from '../../../lib/words/clock.ts';

/** A clip in a list: what it is, how long, and whether it is still being said. */
export function ClipRow({ clip }: { readonly clip: ClipCardFragment }) {
  const { t } = useTranslation('speech');
  const words = useFactWords();
  const { id, title, state, language, format, durationMs, chapterCount, createdAt, job } = clip;
  const facts = [
    words.language(language),
    format,
    clockOf(durationMs),
    chapterCount > 1 && t('chapters', { count: chapterCount }),
    words.day(createdAt),
  ];
  return (
    <ThingRow
      icon={AudioLines}
      title={title}
      language={language}
      facts={state === 'SPEAKING' ? [t('speaking')] : facts}
      way={{ to: '/speech/$clipId', params: { clipId: id } }}
    >
      {state === 'SPEAKING' && <JobLine jobId={job.id} label={t('saying', { title })} />}
    </ThingRow>
  );
}
