import { Button, Notice } from '@modu/ui';
import { TakeBack } from '../../../lib/drafts/index.ts';
import type { DocumentPageQuery } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useBrailleQuote, useMakeBraille } from '../hooks/useBraille.ts';
import { useBrailleSetup } from '../hooks/useBrailleSetup.ts';
import { CELLS, LINES } from '../model/braille-setup.ts';
import { BrailleFields } from './BrailleFields.tsx';
import { LayoutFields } from './LayoutFields.tsx';
import { RenditionRow } from './RenditionRow.tsx';

type Read = NonNullable<DocumentPageQuery['document']>;
type Codes = DocumentPageQuery['brailleCodes'];

/** Has the document written in braille, and gives what was made. */
export function BraillePanel({ document, codes }: { readonly document: Read; readonly codes: Codes }) {
  const { t } = useTranslation('documents');
  const { setup, change, draft } = useBrailleSetup({ document, codes });
  const { code, cells, lines, layout } = setup;
  const input = {
    documentId: document.id,
    code,
    cellsPerLine: cells ?? CELLS.value,
    linesPerPage: lines ?? LINES.value,
    ...layout,
  };
  const isReady = document.state === 'READY' && code !== '';
  const quote = useBrailleQuote(input, isReady);
  const make = useMakeBraille();
  const refusal = quote.data?.refusal?.message;
  return (
    <div className="document-braille">
      <form
        className="document-braille__form"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate(input, { onSuccess: draft.forget });
        }}
      >
        <BrailleFields codes={codes} setup={setup} onChange={change} />
        <Button type="submit" variant="primary" isDisabled={!isReady} isPending={make.isPending}>
          {quote.data && !quote.data.refusal ? t('makeFor', { count: quote.data.credits }) : t('make')}
        </Button>
        <TakeBack draft={draft} />
        <LayoutFields layout={layout} onChange={(next) => change({ layout: next })} />
      </form>
      {refusal !== undefined && <Notice tone="negative">{refusal}</Notice>}
      <FailureNotice error={make.error} />
      {document.renditions.length === 0 && <p className="thing-note">{t('noBraille')}</p>}
      <ul className="document-braille__list" aria-label={t('tabBraille')}>
        {document.renditions.map((rendition) => (
          <RenditionRow
            key={rendition.id}
            rendition={rendition}
            name={codes.find(({ id }) => id === rendition.code)?.name ?? rendition.code}
          />
        ))}
      </ul>
    </div>
  );
}
