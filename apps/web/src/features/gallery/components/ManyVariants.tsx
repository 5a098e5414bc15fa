import { PlainButton } from '@modu/ui';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { DeedFailed } from '../../../lib/thing/DeedFailed.tsx';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import type { ImageInFull } from '../hooks/useImage.ts';
import { useVariants } from '../hooks/useVariants.ts';
import { Relatives } from './Relatives.tsx';

export interface ManyVariantsProps {
  readonly title: string;
  readonly image: Pick<ImageInFull, 'id' | 'variants'>;
}

/** More pictures were made from one than come with it: the others are asked for. */
export function ManyVariants({ title, image }: ManyVariantsProps) {
  const { t } = useTranslation('pictures');
  const { pictures, hasNextPage, fetchNextPage, isFetchingNextPage, isFetchNextPageError, error } = useVariants(image);
  const words = useFailureWords()(isFetchNextPageError ? error : null);
  const list = useFocusOnNew(pictures.length);
  const more = () => void fetchNextPage();
  return (
    <Relatives title={title} pictures={pictures} list={list}>
      {words !== undefined && <DeedFailed words={words} onAgain={more} />}
      {hasNextPage && (
        <PlainButton isPending={isFetchingNextPage} onPress={more}>
          {t('moreVariants')}
        </PlainButton>
      )}
    </Relatives>
  );
}

/** With the last ones the button for more is gone that had focus: then the first of the new ones has it. */
function useFocusOnNew(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(count);
  useEffect(() => {
    const isMore = count > before.current;
    if (isMore && document.activeElement === document.body)
      list.current?.querySelectorAll('a')[before.current]?.focus();
    before.current = count;
  }, [count]);
  return list;
}
