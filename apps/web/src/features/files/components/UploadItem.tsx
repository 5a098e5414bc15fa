import { IconButton, ProgressLine } from '@modu/ui';
import { CircleAlert, CircleCheck, Pause, Play, RotateCcw, Upload as UploadIcon, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslation } from '../../../lib/language/index.ts';
import { canPause, hasEnded, shareDone } from '../../../lib/upload/index.ts';
import type { Upload } from '../../../lib/upload/index.ts';
import { Trace } from '../../../lib/trace/index.ts';

/** What can be done about an upload, by its id. */
export interface UploadDeeds {
  readonly pause: (id: string) => void;
  readonly resume: (id: string) => void;
  readonly chooseAgain: () => void;
  readonly cancel: (id: string) => void;
  readonly retry: (id: string) => void;
  readonly dismiss: (id: string) => void;
}

export interface UploadItemProps {
  readonly upload: Upload;
  readonly words: string;
  readonly deeds: UploadDeeds;
}

/** One upload: its name, where it stands, its line, and what can be done about it. */
export function UploadItem({ upload, words, deeds }: UploadItemProps) {
  const { t } = useTranslation('files');
  const { id, name, state } = upload;
  const ended = hasEnded(state);
  return (
    <li className="upload" data-state={state.kind}>
      {state.kind === 'done' && <CircleCheck className="upload__done" size={16} strokeWidth={1.5} aria-hidden />}
      {state.kind === 'failed' && <CircleAlert size={16} strokeWidth={1.5} aria-hidden />}
      <span className="upload__name">{name}</span>
      <span className="upload__words ui-figures">
        {words} <Trace id={traceIn(state)} />
      </span>
      <NextDeed upload={upload} deeds={deeds} />
      <Deed
        label={t(ended ? 'dismissUpload' : 'cancelUpload', { name })}
        icon={X}
        onPress={() => (ended ? deeds.dismiss(id) : deeds.cancel(id))}
      />
      {!ended && (
        <div className="upload__line">
          <ProgressLine label={t('progressOf', { name })} share={shareDone(upload)} words={words} />
        </div>
      )}
    </li>
  );
}

/** The id to quote of what stopped it, where that is our fault. */
const traceIn = (state: Upload['state']) =>
  state.kind === 'failed' && state.problem.kind === 'unknown' ? state.problem.traceId : null;

/** What would move it on, or hold it. */
function NextDeed({ upload: { id, name, state }, deeds }: Pick<UploadItemProps, 'upload' | 'deeds'>) {
  const { t } = useTranslation('files');
  if (canPause(state)) return <Deed label={t('pauseUpload', { name })} icon={Pause} onPress={() => deeds.pause(id)} />;
  switch (state.kind) {
    case 'paused':
      return <Deed label={t('resumeUpload', { name })} icon={Play} onPress={() => deeds.resume(id)} />;
    case 'interrupted':
      return <Deed label={t('chooseAgain', { name })} icon={UploadIcon} onPress={deeds.chooseAgain} />;
    case 'failed':
    case 'canceled':
      return <Deed label={t('retryUpload', { name })} icon={RotateCcw} onPress={() => deeds.retry(id)} />;
    default:
      return null;
  }
}

function Deed({ label, icon: Icon, onPress }: { label: string; icon: LucideIcon; onPress: () => void }) {
  return <IconButton label={label} icon={<Icon size={16} strokeWidth={1.5} aria-hidden />} onPress={onPress} />;
}
