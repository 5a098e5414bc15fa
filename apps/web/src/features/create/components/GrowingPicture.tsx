import { PlainButton, ProgressLine } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { useCancelJob, useJobCaption, useJobProgress, useJobWords } from '../../queue/index.ts';
import type { Job } from '../../queue/index.ts';
import { useCrossFade } from '../hooks/useCrossFade.ts';
import { ratioOf } from '../../../lib/pictures/ratio.ts';

export interface GrowingPictureProps {
  readonly job: Job;
  readonly size: { readonly width: number; readonly height: number };
}

/** A picture while it is made: each preview fades over the one before, with the line, the step and the time under it. */
export function GrowingPicture({ job, size }: GrowingPictureProps) {
  const { t } = useTranslation('create');
  const caption = useJobCaption()(job);
  const words = useJobWords()(job);
  const { cancel, isCanceling, problem } = useCancelJob();
  const layers = useCrossFade(job.preview);
  useJobProgress(job.id);
  return (
    <figure className="growing" aria-label={caption} style={ratioOf(size)}>
      <div className="sheet">
        {layers.map((layer, index) => (
          <img
            key={layer.id}
            className="growing__layer"
            src={layer.source}
            alt={index === layers.length - 1 ? t('previewAlt', { prompt: caption }) : ''}
          />
        ))}
      </div>
      <div className="growing__foot">
        <ProgressLine label={t('previewAlt', { prompt: caption })} share={job.progress} words={words} />
        <div className="growing__row">
          <span className="growing__words ui-figures">{words}</span>
          <PlainButton variant="quiet" onPress={() => cancel(job.id)} isPending={isCanceling}>
            {t('cancel')}
          </PlainButton>
        </div>
        {problem !== null && <p role="alert">{problem}</p>}
      </div>
    </figure>
  );
}
