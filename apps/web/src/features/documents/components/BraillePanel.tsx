import { Button, Notice, NumberField, Select } from '@modu/ui';
import { useState } from 'react';
import { DownloadFailed, useDownloadFile } from '../../../lib/download/index.ts';
import type { DocumentPageQuery, RenditionCardFragment } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { Link } from '../../../lib/way/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { useBrailleQuote, useMakeBraille } from '../hooks/useBraille.ts';
import { LayoutFields, layoutOf } from './LayoutFields.tsx';

type Read = NonNullable<DocumentPageQuery['document']>;
type Codes = DocumentPageQuery['brailleCodes'];

/** Codes inside which formulas may be in one of two. */
const UEB = 'en-ueb-g';
const CELLS = { value: 40, min: 12, max: 100 };
const LINES = { value: 25, min: 5, max: 60 };

/** Has the document written in braille, and gives what was made. */
export function BraillePanel({ document, codes }: { readonly document: Read; readonly codes: Codes }) {
  const { t } = useTranslation('documents');
  const fitting = codes.find(({ language }) => document.language.startsWith(language)) ?? codes[0];
  const [code, setCode] = useState(fitting?.id ?? '');
  const [cells, setCells] = useState<number | null>(CELLS.value);
  const [lines, setLines] = useState<number | null>(LINES.value);
  const [layout, setLayout] = useState(() => layoutOf(document.title));
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
          make.mutate(input);
        }}
      >
        <Select
          label={t('code')}
          placeholder={t('code')}
          value={code}
          onChange={setCode}
          options={codes.map(({ id, name }) => ({ id, name }))}
        />
        {code.startsWith(UEB) && (
          <Select
            label={t('math')}
            placeholder={t('math')}
            value={layout.math ?? null}
            onChange={(id) => setLayout({ ...layout, math: id === 'NEMETH' ? id : 'UEB' })}
            options={[
              { id: 'UEB', name: t('mathUeb') },
              { id: 'NEMETH', name: t('mathNemeth') },
            ]}
          />
        )}
        <NumberField label={t('cells')} value={cells} onChange={setCells} min={CELLS.min} max={CELLS.max} />
        <NumberField label={t('lines')} value={lines} onChange={setLines} min={LINES.min} max={LINES.max} />
        <Button type="submit" variant="primary" isDisabled={!isReady} isPending={make.isPending}>
          {quote.data && !quote.data.refusal ? t('makeFor', { count: quote.data.credits }) : t('make')}
        </Button>
        <LayoutFields layout={layout} onChange={setLayout} />
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

function RenditionRow({ rendition, name }: { readonly rendition: RenditionCardFragment; readonly name: string }) {
  const { t } = useTranslation('documents');
  const download = useDownloadFile();
  const { id, state, pageCount, cellsPerLine, linesPerPage, brf, pef, unicode } = rendition;
  return (
    <li className="rendition">
      <span className="rendition__name">{name}</span>
      <span className="thing-note ui-figures">
        {t('renditionFacts', { pages: pageCount, cells: cellsPerLine, lines: linesPerPage })}
      </span>
      {state === 'BRAILLING' && <span role="status">{t('brailling')}</span>}
      <span className="rendition__deeds">
        {pageCount > 0 && (
          <Link to="/braille/$renditionId" params={{ renditionId: id }} className="ui-button" data-variant="outline">
            {t('proof')}
          </Link>
        )}
        {brf !== null && <Button onPress={() => download.mutate(brf.id)}>{t('downloadBrf')}</Button>}
        {unicode !== null && <Button onPress={() => download.mutate(unicode.id)}>{t('downloadUnicode')}</Button>}
        {pef !== null && <Button onPress={() => download.mutate(pef.id)}>{t('downloadPef')}</Button>}
      </span>
      <DownloadFailed download={download} />
    </li>
  );
}
