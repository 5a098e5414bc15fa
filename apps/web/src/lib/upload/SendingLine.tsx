import { PlainButton, ProgressLine } from '@modu/ui';
import { useTranslation } from '../language/index.ts';
import './sending-line.css';

interface SendingLineProps {
  /** What is under way; read out, not shown. */
  readonly label: string;
  /** 0 to 1; nothing is shown while it is null. */
  readonly sentShare: number | null;
  readonly onCancel: () => void;
}

/** How much of a file is sent, and the way to stop it. */
export function SendingLine({ label, sentShare, onCancel }: SendingLineProps) {
  const { t } = useTranslation('shell');
  if (sentShare === null) return null;
  return (
    <div className="sending-line">
      <ProgressLine label={label} share={sentShare} />
      <PlainButton onPress={onCancel}>{t('cancel')}</PlainButton>
    </div>
  );
}
