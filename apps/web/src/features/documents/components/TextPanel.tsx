import { Button, Switch } from '@modu/ui';
import { lazy, Suspense, useState } from 'react';
import type { DocumentPageQuery } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { useBlocks } from '../hooks/useDocuments.ts';
import { Failed } from '../../../lib/thing/Failed.tsx';
import { BlockView } from './BlockView.tsx';
import { UndoButton } from './UndoButton.tsx';

// Most people read; what corrects is fetched by those who do.
const BlockRow = lazy(async () => ({ default: (await import('./BlockRow.tsx')).BlockRow }));

type Read = NonNullable<DocumentPageQuery['document']>;

/** What was read, with its headings beside it; whoever wants to corrects it. */
export function TextPanel({ document }: { readonly document: Read }) {
  const { t } = useTranslation('documents');
  // What stands among the document's words without being of them: a row says itself which part of it is.
  const ours = useLocale();
  const [isCorrecting, setIsCorrecting] = useState(false);
  const shown = { partsRead: document.partsRead, withLeftOut: isCorrecting };
  const read = useBlocks(document.id, shown);
  const { blocks, hasNextPage, fetchNextPage, isFetchingNextPage } = read;
  return (
    <>
      {document.state === 'READY' && (
        <div className="document-text__tools" role="group" aria-label={t('corrections')}>
          <Switch isSelected={isCorrecting} onChange={setIsCorrecting}>
            {t('correctMode')}
          </Switch>
          {document.lastCorrection !== null && <UndoButton document={document} />}
        </div>
      )}
      <div className="document-text">
        {document.outline.length > 0 && <Outline document={document} />}
        <article className="print" lang={document.language} aria-label={document.title}>
          {isCorrecting ? (
            <ol lang={ours} className="block-rows">
              <Suspense fallback={null}>
                {blocks?.map((block, at) => (
                  <BlockRow
                    key={block.id}
                    block={block}
                    language={document.language}
                    up={at === 0 ? undefined : (blocks[at - 2]?.id ?? null)}
                    down={blocks[at + 1]?.id}
                  />
                ))}
              </Suspense>
            </ol>
          ) : (
            blocks?.map((block) => <BlockView key={block.id} block={block} />)
          )}
          {read.isError && (
            <div lang={ours}>
              <Failed title={t('partFailed')} query={read} />
            </div>
          )}
          {hasNextPage && (
            <Button onPress={() => void fetchNextPage()} isPending={isFetchingNextPage}>
              <span lang={ours}>{t('readOn')}</span>
            </Button>
          )}
        </article>
      </div>
    </>
  );
}

function Outline({ document }: { readonly document: Read }) {
  const { t } = useTranslation('documents');
  return (
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
  );
}
