import { Fold } from '@modu/ui';
import { lazy, Suspense } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { useProofCursor } from '../hooks/useProofCursor.ts';
import type { CursorKeys, ProofSheet } from '../hooks/useProofCursor.ts';
import { placeOfPrint } from '../model/proof-cursor.ts';
import { BlockView } from './BlockView.tsx';
import { BrailleLines, signId } from './BrailleLines.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import { PieceFacts } from './PieceFacts.tsx';

// Looked at by few, and folded away until then.
const EmbossedPage = lazy(async () => ({ default: (await import('./EmbossedPage.tsx')).EmbossedPage }));

interface ProofBoardProps extends CursorKeys {
  readonly page: ProofSheet;
  readonly language: string;
  readonly cellsPerLine: number;
}

/** A page with one cursor for both sides: keys move it through the braille, a click in print moves it there. */
export function ProofBoard({ page, language, cellsPerLine, ...keys }: ProofBoardProps) {
  const cursor = useProofCursor(page, keys);
  const { t } = useTranslation('documents');
  const { place, piece, block, isCorrecting, setIsCorrecting, moveTo, goToOpen, sayPiece, onKeyDown } = cursor;
  return (
    <div className="proof__board">
      <section className="proof__side" aria-labelledby="proof-print">
        <h2 id="proof-print">{t('print')}</h2>
        <div className="print" lang={language}>
          {page.blocks.map((one) => (
            <BlockView
              key={one.id}
              block={one}
              mark={piece?.blockId === one.id ? piece : undefined}
              onPlace={(path, offset) => moveTo(placeOfPrint(page.lines, { blockId: one.id, path, offset }))}
            />
          ))}
        </div>
      </section>
      <section className="proof__side" aria-labelledby="proof-braille">
        <h2 id="proof-braille">{t('tabBraille')}</h2>
        <div
          className="proof__braille"
          role="listbox"
          aria-label={t('brailleKeys')}
          aria-activedescendant={place === null ? undefined : signId(place)}
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <BrailleLines
            lines={page.lines}
            said={page.backTranslation}
            place={place}
            words={cursor.words}
            onPlace={moveTo}
          />
        </div>
      </section>
      {piece && place && (
        <PieceFacts
          page={page}
          piece={piece}
          words={sayPiece(piece)}
          cells={page.lines[place.line]?.cells ?? ''}
          onCorrect={block ? () => setIsCorrecting(true) : undefined}
          onOpen={() => goToOpen(1)}
        />
      )}
      <div className="proof__embossed">
        <Fold title={t('embossed')}>
          <Suspense fallback={null}>
            <EmbossedPage page={page} cellsPerLine={cellsPerLine} />
          </Suspense>
        </Fold>
      </div>
      {block && isCorrecting && (
        <CorrectDialog block={block} language={language} onClose={() => setIsCorrecting(false)} />
      )}
    </div>
  );
}
