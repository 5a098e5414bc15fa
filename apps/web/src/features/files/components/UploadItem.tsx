import { IconButton, ProgressLine } from '@modu/ui';
import { CircleAlert, CircleCheck, Pause, Play, RotateCcw, Upload as UploadIcon, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslation } from '../../../lib/language/index.ts';
import { canPause, hasEnded, shareDone } from '../../../lib/upload/index.ts';
import type { Upload } from '../../../lib/upload/index.ts';

export interface UploadItemProps {
  readonly upload: Upload;
  readonly words: string;
  readonly onPause: () => void;
  readonly onResume: () => void;
  readonly onChooseAgain: () => void;
  readonly onCancel: () => void;
  readonly onRetry: () => void;
  readonly onDismiss: () => void;
}

/** One upload: its name, where it stands, its line, and what can be done about it. */
export function UploadItem({ upload, words, onCancel, onDismiss, ...deeds }: UploadItemProps) {
  const { t } = useTranslation('files');
  const { name, state } = upload;
  const ended = hasEnded(state);
  return (
    <li className="upload" data-state={state.kind}>
      {state.kind === 'done' && <CircleCheck className="upload__done" size={16} strokeWidth={1.5} aria-hidden />}
      {state.kind === 'failed' && <CircleAlert size={16} strokeWidth={1.5} aria-hidden />}
      <span className="upload__name">{name}</span>
      <span className="upload__words ui-figures">{words}</span>
      <NextDeed upload={upload} {...deeds} />
      <Deed
        label={t(ended ? 'dismissUpload' : 'cancelUpload', { name })}
        icon={X}
        onPress={ended ? onDismiss : onCancel}
      />
      {!ended && (
        <div className="upload__line">
          <ProgressLine label={t('progressOf', { name })} share={shareDone(upload)} words={words} />
        </div>
      )}
    </li>
  );
}

type DeedsOf = Pick<UploadItemProps, 'upload' | 'onPause' | 'onResume' | 'onChooseAgain' | 'onRetry'>;

/** What would move it on, or hold it. */
function NextDeed({ upload: { name, state }, onPause, onResume, onChooseAgain, onRetry }: DeedsOf) {
  const { t } = useTranslation('files');
  if (canPause(state)) return <Deed label={t('pauseUpload', { name })} icon={Pause} onPress={onPause} />;
  switch (state.kind) {
    case 'paused':
      return <Deed label={t('resumeUpload', { name })} icon={Play} onPress={onResume} />;
    case 'interrupted':
      return <Deed label={t('chooseAgain', { name })} icon={UploadIcon} onPress={onChooseAgain} />;
    case 'failed':
    case 'canceled':
      return <Deed label={t('retryUpload', { name })} icon={RotateCcw} onPress={onRetry} />;
    default:
      return null;
  }
}

function Deed({ label, icon: Icon, onPress }: { label: string; icon: LucideIcon; onPress: () => void }) {
  return <IconButton label={label} icon={<Icon size={16} strokeWidth={1.5} aria-hidden />} onPress={onPress} />;
}
