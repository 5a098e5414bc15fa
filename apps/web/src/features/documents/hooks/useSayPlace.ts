import { useTranslation } from '../../../lib/language/index.ts';
import { printText } from '../model/print-text.ts';
import { sureShare } from '../model/proof-cursor.ts';
import type { ProofPlace } from '../model/proof-cursor.ts';
import type { ProofSheet, ProofSheetPiece } from './useProofCursor.ts';

/** What the cursor of a braille page is on, in words. */
export function useSayPlace(page: ProofSheet) {
  const { t } = useTranslation('documents');
  /** A piece: its print, its rule, and whether that is settled. */
  const sayPiece = (piece: ProofSheetPiece) => {
    const own = page.blocks.find(({ id }) => id === piece.blockId);
    const print = own ? printText(own, piece.path).slice(piece.start, piece.end) : '';
    const rule = [piece.rule.article, piece.rule.title].filter((word) => word !== null).join(' ');
    return joined(
      [print.trim() === '' ? t('noPrint') : print, rule, piece.undecided === null ? '' : t('undecided')],
      ', ',
    );
  };
  const saySure = ({ blockId }: ProofSheetPiece) => {
    const share = sureShare(page.lines, blockId);
    return share === null ? '' : t('sure', { share });
  };
  /** A place, as it is come to from another. */
  const sayPlace = (place: ProofPlace, from: ProofPlace | null) => {
    const piece = page.lines[place.line]?.pieces[place.piece];
    if (piece === undefined) return '';
    // On another line all of it is said first: that is what a reader's hand would meet.
    const line = place.line === from?.line ? '' : (page.backTranslation[place.line] ?? '');
    // How sure a block is is said when a reader comes to it.
    const left = from === null ? undefined : page.lines[from.line]?.pieces[from.piece];
    return joined([line, sayPiece(piece), left?.blockId === piece.blockId ? '' : saySure(piece)], '. ');
  };
  return { sayPiece, sayPlace };
}

const joined = (said: readonly string[], by: string): string => said.filter((words) => words !== '').join(by);
