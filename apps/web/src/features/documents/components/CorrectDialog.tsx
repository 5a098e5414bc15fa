import { announce, Dialog } from '@modu/ui';
import type { BlockPartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { BlockForm } from './BlockForm.tsx';

interface CorrectDialogProps {
  readonly block: BlockPartsFragment;
  readonly language: string;
  readonly onClose: () => void;
}

/** Corrects the block under the cursor without leaving the page. */
export function CorrectDialog({ block, language, onClose }: CorrectDialogProps) {
  const { t } = useTranslation('documents');
  const onDone = () => {
    announce(t('saved'));
    onClose();
  };
  return (
    <Dialog isOpen title={t('correct')} closeLabel={t('cancel')} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <BlockForm block={block} language={language} onDone={onDone} onCancel={onClose} />
    </Dialog>
  );
}
