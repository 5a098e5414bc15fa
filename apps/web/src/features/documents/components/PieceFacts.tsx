import { Button } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { sureShare } from '../model/proof-cursor.ts';
import type { ProofSheet, ProofSheetPiece } from '../hooks/useProofCursor.ts';

interface PieceFactsProps {
  readonly page: ProofSheet;
  readonly piece: ProofSheetPiece;
  readonly words: string;
  /** Of its line. */
  readonly cells: string;
  readonly onCorrect: (() => void) | undefined;
  readonly onOpen: () => void;
}

/** Why the cells under the cursor are what they are, how sure that is, and what can be done about it. */
export function PieceFacts({ page, piece, words, cells, onCorrect, onOpen }: PieceFactsProps) {
  const { t } = useTranslation('documents');
  const open = page.lines.flatMap(({ pieces }) => pieces).filter(({ undecided }) => undecided !== null).length;
  const sure = sureShare(page.lines, piece.blockId);
  return (
    <aside className="proof__facts" aria-label={t('why')}>
      <span className="proof__cells">{cells.slice(piece.at, piece.at + piece.length)}</span>
      <span className={piece.undecided === null ? undefined : 'proof__undecided'}>{words}</span>
      {sure !== null && <span className="thing-note ui-figures">{t('sure', { share: sure })}</span>}
      <span className="proof__deeds">
        {open > 0 && <Button onPress={onOpen}>{t('openPlaces', { count: open })}</Button>}
        {onCorrect && <Button onPress={onCorrect}>{t('correctThis')}</Button>}
      </span>
    </aside>
  );
}
