import type { ChapterCardFragment } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { clockOf } from '../../../lib/words/clock.ts';

interface ChapterListProps {
  readonly chapters: readonly ChapterCardFragment[];
  /** The one that is heard. */
  readonly number: number;
  readonly language: string;
  readonly onChoose: (number: number) => void;
}

/** The chapters of a clip; the one that is heard is marked. */
export function ChapterList({ chapters, number, language, onChoose }: ChapterListProps) {
  const { t } = useTranslation('speech');
  return (
    <nav className="speech__chapters" aria-label={t('chapterList')}>
      <ol>
        {chapters.map((chapter) => (
          <li key={chapter.number}>
            <button
              type="button"
              aria-current={chapter.number === number ? 'true' : undefined}
              onClick={() => onChoose(chapter.number)}
            >
              <span lang={language}>{chapter.title}</span>
              <span className="ui-figures">{clockOf(chapter.durationMs)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
