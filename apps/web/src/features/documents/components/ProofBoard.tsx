import { announce } from '@modu/ui';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ProofPagesQuery } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { printText } from '../model/print-text.ts';
import { firstPlace, movePlace, placeOfPrint, stepOf } from '../model/proof-cursor.ts';
import type { ProofPlace } from '../model/proof-cursor.ts';
import { BlockView } from './BlockView.tsx';
import { BrailleLines } from './BrailleLines.tsx';

type Page = NonNullable<ProofPagesQuery['brailleRendition']>['pages']['edges'][number]['node'];
type Piece = Page['lines'][number]['pieces'][number];

/** A page with one cursor for both sides: arrow keys move it through the braille, a click in print moves it there. */
export function ProofBoard({ page, language }: { readonly page: Page; readonly language: string }) {
  const { t } = useTranslation('documents');
  const [place, setPlace] = useState<ProofPlace | null>(() => firstPlace(page.lines));
  const braille = useRef<HTMLDivElement>(null);
  const piece = place === null ? undefined : page.lines[place.line]?.pieces[place.piece];
  const sayPiece = (one: Piece) => {
    const block = page.blocks.find(({ id }) => id === one.blockId);
    const print = block ? printText(block, one.path).slice(one.start, one.end) : '';
    const rule = [one.rule.article, one.rule.title].filter((word) => word !== null).join(' ');
    return [print.trim() === '' ? t('noPrint') : print, rule, one.undecided === null ? '' : t('undecided')]
      .filter((word) => word !== '')
      .join(', ');
  };
  const moveTo = (next: ProofPlace | null) => {
    const found = next && page.lines[next.line]?.pieces[next.piece];
    if (!found) return;
    setPlace(next);
    announce(sayPiece(found));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event);
    if (step === undefined || place === null) return;
    event.preventDefault();
    moveTo(movePlace(page.lines, place, step));
  };
  return (
    <div className="proof__board">
      <section className="proof__side" aria-labelledby="proof-print">
        <h2 id="proof-print">{t('print')}</h2>
        <div className="print" lang={language}>
          {page.blocks.map((block) => (
            <BlockView
              key={block.id}
              block={block}
              mark={piece?.blockId === block.id ? piece : undefined}
              onPlace={(path, offset) => moveTo(placeOfPrint(page.lines, { blockId: block.id, path, offset }))}
            />
          ))}
        </div>
      </section>
      <section className="proof__side" aria-labelledby="proof-braille">
        <h2 id="proof-braille">{t('tabBraille')}</h2>
        <div
          ref={braille}
          className="proof__braille"
          role="application"
          aria-label={t('brailleKeys')}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onFocus={() => piece && announce(sayPiece(piece))}
        >
          <BrailleLines lines={page.lines} place={place} onPlace={moveTo} />
        </div>
      </section>
      {piece && place && (
        <PieceFacts piece={piece} words={sayPiece(piece)} cells={page.lines[place.line]?.cells ?? ''} />
      )}
    </div>
  );
}

function PieceFacts({
  piece,
  words,
  cells,
}: {
  readonly piece: Piece;
  readonly words: string;
  readonly cells: string;
}) {
  const { t } = useTranslation('documents');
  return (
    <aside className="proof__facts" aria-label={t('why')}>
      <span className="proof__cells">{cells.slice(piece.at, piece.at + piece.length)}</span>
      <span>{words}</span>
      {piece.undecided !== null && <span className="proof__undecided">{t('undecided')}</span>}
    </aside>
  );
}
