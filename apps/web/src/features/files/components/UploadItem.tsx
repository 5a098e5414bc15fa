import { IconButton, ProgressLine } from '@modu/ui';
import { CircleAlert, CircleCheck, RotateCcw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { hasEnded, shareDone } from '../../../lib/upload/index.ts';
import type { Upload } from '../../../lib/upload/index.ts';

export interface UploadItemProps {
  readonly upload: Upload;
  readonly words: string;
  readonly onCancel: () => void;
  readonly onRetry: () => void;
  readonly onDismiss: () => void;
}

/** One upload: its name, where it stands, its line, and what can be done about it. */
export function UploadItem({ upload, words, onCancel, onRetry, onDismiss }: UploadItemProps) {
  const { t } = useTranslation('files');
  const { name, state } = upload;
  const ended = hasEnded(state);
  return (
    <li className="upload" data-state={state.kind}>
      {state.kind === 'done' && <CircleCheck className="upload__done" size={16} strokeWidth={1.5} aria-hidden />}
      {state.kind === 'failed' && <CircleAlert size={16} strokeWidth={1.5} aria-hidden />}
      <span className="upload__name">{name}</span>
      <span className="upload__words ui-figures">{words}</span>
      {(state.kind === 'failed' || state.kind === 'canceled') && (
        <IconButton
          label={t('retryUpload', { name })}
          icon={<RotateCcw size={16} strokeWidth={1.5} aria-hidden />}
          onPress={onRetry}
        />
      )}
      <IconButton
        label={t(ended ? 'dismissUpload' : 'cancelUpload', { name })}
        icon={<X size={16} strokeWidth={1.5} aria-hidden />}
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
