import { Button } from '@modu/ui';
import type { DocumentPageQuery } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { useBlocks } from '../hooks/useDocuments.ts';
import { BlockView } from './BlockView.tsx';

type Read = NonNullable<DocumentPageQuery['document']>;

/** What was read, with its headings beside it. */
export function TextPanel({ document }: { readonly document: Read }) {
  const { t } = useTranslation('documents');
  const { blocks, hasNextPage, fetchNextPage, isFetchingNextPage } = useBlocks(document.id, document.partsRead);
  return (
    <div className="document-text">
      {document.outline.length > 0 && (
        <nav aria-label={t('outline')} className="document-text__outline">
          <h2>{t('outline')}</h2>
          <ul>
            {document.outline.map(({ blockId, level, text }) => (
              <li key={blockId} style={{ paddingInlineStart: `${(level - 1) * 12}px` }}>
                <a href={`#block-${blockId}`} lang={document.language}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <article className="print" lang={document.language} aria-label={document.title}>
        {blocks?.map((block) => (
          <BlockView key={block.id} block={block} />
        ))}
        {hasNextPage && (
          <Button onPress={() => void fetchNextPage()} isPending={isFetchingNextPage}>
            {t('readOn')}
          </Button>
        )}
      </article>
    </div>
  );
}
