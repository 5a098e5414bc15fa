import { announce } from '@modu/ui';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ProofSheetQuery } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { edgePlace, movePlace, openPlaces, stepOf } from '../model/proof-cursor.ts';
import type { ProofPlace, Step } from '../model/proof-cursor.ts';
import { useSayPlace } from './useSayPlace.ts';

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
  const place = typeof asked === 'string' ? edgePlace(page.lines, asked) : asked;
  const { sayPiece, sayPlace } = useSayPlace(page);
  const before = usePlaceBefore(page.number, place);
  const piece = pieceAt(page, place);
  const block = piece && page.blocks.find(({ id }) => id === piece.blockId);
  const goTo = (next: ProofPlace) => pieceAt(page, next) && onPlace(next);
  /** For whoever is not on the braille: what it came to is announced, as nobody's focus follows it. */
  const moveTo = (next: ProofPlace | null) => {
    if (next === null || !pieceAt(page, next)) return;
    onPlace(next);
    announce(sayPlace(next, place), CURSOR);
  };
  const goToOpen = (by: 1 | -1, go: (next: ProofPlace) => void = moveTo) => {
    const next = openPlaces(page.lines, place, by);
    if (next) go(next);
    else announce(t('noneOpen'), CURSOR);
  };
  const walk = (step: Step, from: ProofPlace) => {
    const next = movePlace(page.lines, from, step);
    if (next.line !== from.line || next.piece !== from.piece) goTo(next);
    else if (step === 'next' || step === 'down') onTurn(1, 'first');
    else if (step === 'previous' || step === 'up') onTurn(-1, 'last');
  };
  const deeds: Readonly<Record<string, () => void>> = {
    PageDown: () => onTurn(1, 'first'),
    PageUp: () => onTurn(-1, 'last'),
    u: () => goToOpen(1, goTo),
    U: () => goToOpen(-1, goTo),
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
  /** What is under the cursor, for a screen reader that stands on it. */
  const words = place === null ? '' : sayPlace(place, before);
  return { place, piece, block, words, isCorrecting, setIsCorrecting, moveTo, goToOpen, sayPiece, onKeyDown };
}

/** Where it was is not worth hearing any more once it has moved on. */
const CURSOR = { about: 'cursor' } as const;

const pieceAt = (page: ProofSheet, place: ProofPlace | null): ProofSheetPiece | undefined =>
  place === null ? undefined : page.lines[place.line]?.pieces[place.piece];

/** Where the cursor of a page was before it came to where it is; null where it came from elsewhere. */
function usePlaceBefore(page: number, place: ProofPlace | null): ProofPlace | null {
  const [way, setWay] = useState({ page, place, before: null as ProofPlace | null });
  const hasMoved = way.page !== page || way.place?.line !== place?.line || way.place?.piece !== place?.piece;
  const now = hasMoved ? { page, place, before: way.page === page ? way.place : null } : way;
  if (hasMoved) setWay(now);
  return now.before;
}
