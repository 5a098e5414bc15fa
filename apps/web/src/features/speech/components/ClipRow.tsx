import { AudioLines } from 'lucide-react';
import type { ClipCardFragment } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { Link } from '../../../lib/way/index.ts';
import { clockOf } from '../model/read-along.ts';

/** A clip in a list: what it is, how long, and whether it is still being said. */
export function ClipRow({ clip }: { readonly clip: ClipCardFragment }) {
  const { t } = useTranslation('speech');
  const locale = useLocale();
  const { id, title, state, language, format, durationMs, chapterCount, createdAt } = clip;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(createdAt));
  const spoken = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(language) ?? language;
  const facts = [spoken, format, clockOf(durationMs), chapterCount > 1 && t('chapters', { count: chapterCount }), day];
  return (
    <li>
      <Link to="/speech/$clipId" params={{ clipId: id }} className="clip-row">
        <AudioLines size={20} strokeWidth={1.5} aria-hidden />
        <span className="clip-row__title" lang={language}>
          {title}
        </span>
        <span className="clip-row__note ui-figures">
          {state === 'SPEAKING' ? t('speaking') : facts.filter(Boolean).join(' · ')}
        </span>
      </Link>
    </li>
  );
}
