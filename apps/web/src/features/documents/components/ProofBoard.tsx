import { announce, Fold } from '@modu/ui';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ProofSheetQuery } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { printText } from '../model/print-text.ts';
import { edgePlace, movePlace, openPlaces, placeOfPrint, stepOf } from '../model/proof-cursor.ts';
import type { ProofPlace } from '../model/proof-cursor.ts';
import { BlockView } from './BlockView.tsx';
import { BrailleLines } from './BrailleLines.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import { EmbossedPage } from './EmbossedPage.tsx';
import { PieceFacts } from './PieceFacts.tsx';

export type ProofSheet = NonNullable<NonNullable<ProofSheetQuery['brailleRendition']>['page']>;
export type ProofSheetPiece = ProofSheet['lines'][number]['pieces'][number];

interface ProofBoardProps {
  readonly page: ProofSheet;
  readonly language: string;
  readonly cellsPerLine: number;
  readonly place: ProofPlace | 'first' | 'last';
  readonly onPlace: (place: ProofPlace) => void;
  readonly onTurn: (by: number, place: 'first' | 'last') => void;
}

/** A page with one cursor for both sides: keys move it through the braille, a click in print moves it there. */
export function ProofBoard({ page, language, cellsPerLine, place: asked, onPlace, onTurn }: ProofBoardProps) {
  const { t } = useTranslation('documents');
  const [isCorrecting, setIsCorrecting] = useState(false);
  const place = typeof asked === 'string' ? edgePlace(page.lines, asked) : asked;
  const piece = place === null ? undefined : page.lines[place.line]?.pieces[place.piece];
  const block = piece && page.blocks.find(({ id }) => id === piece.blockId);
  const sayPiece = (one: ProofSheetPiece) => {
    const own = page.blocks.find(({ id }) => id === one.blockId);
    const print = own ? printText(own, one.path).slice(one.start, one.end) : '';
    const rule = [one.rule.article, one.rule.title].filter((word) => word !== null).join(' ');
    return [print.trim() === '' ? t('noPrint') : print, rule, one.undecided === null ? '' : t('undecided')]
      .filter((word) => word !== '')
      .join(', ');
  };
  const moveTo = (next: ProofPlace | null) => {
    const found = next && page.lines[next.line]?.pieces[next.piece];
    if (!next || !found) return;
    onPlace(next);
    // On another line all of it is said first: that is what a reader's hand would meet.
    const line = next.line === place?.line ? '' : (page.backTranslation[next.line] ?? '');
    announce([line, sayPiece(found)].filter((words) => words !== '').join('. '));
  };
  const goToOpen = (by: 1 | -1) => {
    const next = openPlaces(page.lines, place, by);
    if (next) moveTo(next);
    else announce(t('noneOpen'));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, metaKey } = event;
    if (altKey || metaKey) return;
    const step = stepOf(event);
    const deeds: Readonly<Record<string, () => void>> = {
      PageDown: () => onTurn(1, 'first'),
      PageUp: () => onTurn(-1, 'last'),
      u: () => goToOpen(1),
      U: () => goToOpen(-1),
      Enter: () => block && setIsCorrecting(true),
    };
    const deed = ctrlKey ? undefined : deeds[key];
    if (deed) deed();
    else if (step !== undefined && place !== null) {
      const next = movePlace(page.lines, place, step);
      if (next.line !== place.line || next.piece !== place.piece) moveTo(next);
      else if (step === 'next' || step === 'down') onTurn(1, 'first');
      else if (step === 'previous' || step === 'up') onTurn(-1, 'last');
    } else return;
    event.preventDefault();
  };
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
          role="application"
          aria-label={t('brailleKeys')}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onFocus={() => piece && announce(sayPiece(piece))}
        >
          <BrailleLines lines={page.lines} said={page.backTranslation} place={place} onPlace={moveTo} />
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
          <EmbossedPage page={page} cellsPerLine={cellsPerLine} />
        </Fold>
      </div>
      {block && isCorrecting && (
        <CorrectDialog block={block} language={language} onClose={() => setIsCorrecting(false)} />
      )}
    </div>
  );
}
