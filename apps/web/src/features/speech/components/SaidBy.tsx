import type { ClipPageQuery } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { editionWords } from '../../../lib/words/edition-words.ts';

type Clip = NonNullable<ClipPageQuery['speechClip']>;

/** Which edition of an engine said a clip, and whether that is another one by now. */
export function SaidBy({ edition }: Pick<Clip, 'edition'>) {
  const { t } = useTranslation('speech');
  if (!edition) return null;
  const engine = editionWords(edition);
  return <p className="thing-note">{t(edition.isCurrent === false ? 'saidByOlder' : 'saidBy', { engine })}</p>;
}
