import { announce } from '@modu/ui';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ProofSheetQuery } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { printText } from '../model/print-text.ts';
import { edgePlace, movePlace, openPlaces, stepOf, sureShare } from '../model/proof-cursor.ts';
import type { ProofPlace, Step } from '../model/proof-cursor.ts';

export type ProofSheet = NonNullable<NonNullable<ProofSheetQuery['brailleRendition']>['page']>;
export type ProofSheetPiece = ProofSheet['lines'][number]['pieces'][number];

export interface CursorKeys {
  readonly place: ProofPlace | 'first' | 'last';
  readonly onPlace: (place: ProofPlace) => void;
  readonly onTurn: (by: number, place: 'first' | 'last') => void;
}

/** The cursor of a page: where it stands, what it says aloud, and what keys do with it. */
export function useProofCursor(page: ProofSheet, { place: asked, onPlace, onTurn }: CursorKeys) {
  const { t } = useTranslation('documents');
  const [isCorrecting, setIsCorrecting] = useState(false);
  const sayPiece = useSayPiece(page);
  const saySure = ({ blockId }: ProofSheetPiece) => {
    const share = sureShare(page.lines, blockId);
    return share === null ? '' : t('sure', { share });
  };
  const place = typeof asked === 'string' ? edgePlace(page.lines, asked) : asked;
  const piece = place === null ? undefined : page.lines[place.line]?.pieces[place.piece];
  const block = piece && page.blocks.find(({ id }) => id === piece.blockId);
  const moveTo = (next: ProofPlace | null) => {
    const found = next && page.lines[next.line]?.pieces[next.piece];
    if (!next || !found) return;
    onPlace(next);
    // On another line all of it is said first: that is what a reader's hand would meet.
    const line = next.line === place?.line ? '' : (page.backTranslation[next.line] ?? '');
    // How sure a block is is said when a reader comes to it.
    const sure = found.blockId === piece?.blockId ? '' : saySure(found);
    announce(joined([line, sayPiece(found), sure]), CURSOR);
  };
  const sayHere = () => piece && announce(joined([sayPiece(piece), saySure(piece)]), CURSOR);
  const goToOpen = (by: 1 | -1) => {
    const next = openPlaces(page.lines, place, by);
    if (next) moveTo(next);
    else announce(t('noneOpen'), CURSOR);
  };
  const walk = (step: Step, from: ProofPlace) => {
    const next = movePlace(page.lines, from, step);
    if (next.line !== from.line || next.piece !== from.piece) moveTo(next);
    else if (step === 'next' || step === 'down') onTurn(1, 'first');
    else if (step === 'previous' || step === 'up') onTurn(-1, 'last');
  };
  const deeds: Readonly<Record<string, () => void>> = {
    PageDown: () => onTurn(1, 'first'),
    PageUp: () => onTurn(-1, 'last'),
    u: () => goToOpen(1),
    U: () => goToOpen(-1),
    Enter: () => block && setIsCorrecting(true),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const step = stepOf(event);
    const deed = event.ctrlKey ? undefined : deeds[event.key];
    if (deed) deed();
    else if (step !== undefined && place !== null) walk(step, place);
    else return;
    event.preventDefault();
  };
  return { place, piece, block, isCorrecting, setIsCorrecting, moveTo, goToOpen, sayPiece, sayHere, onKeyDown };
}

/** Where it was is not worth hearing any more once it has moved on. */
const CURSOR = { about: 'cursor' } as const;

const joined = (said: readonly string[]): string => said.filter((words) => words !== '').join('. ');

/** A piece in words: its print, its rule, and whether that is settled. */
function useSayPiece(page: ProofSheet) {
  const { t } = useTranslation('documents');
  return (piece: ProofSheetPiece) => {
    const own = page.blocks.find(({ id }) => id === piece.blockId);
    const print = own ? printText(own, piece.path).slice(piece.start, piece.end) : '';
    const rule = [piece.rule.article, piece.rule.title].filter((word) => word !== null).join(' ');
    return [print.trim() === '' ? t('noPrint') : print, rule, piece.undecided === null ? '' : t('undecided')]
      .filter((word) => word !== '')
      .join(', ');
  };
}
