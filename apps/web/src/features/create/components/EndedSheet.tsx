import { Notice } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import type { Job } from '../../queue/index.ts';
import { JobProblem } from '../../queue/index.ts';
import { ratioOf } from '../../../lib/pictures/ratio.ts';

export interface EndedSheetProps {
  readonly job: Job;
  readonly size: { readonly width: number; readonly height: number };
}

/** A job that ended without a picture: what happened, over the last that was seen of it. */
export function EndedSheet({ job, size }: EndedSheetProps) {
  const { t } = useTranslation('create');
  return (
    <div className="sheet sheet--ended" style={ratioOf(size)}>
      {job.preview !== null && <img className="sheet__ghost" src={job.preview} alt="" />}
      {job.status !== 'COMPLETED' && (
        <div className="sheet__note">
          {/* The voice has told of its end. */}
          {job.status === 'FAILED' ? (
            <JobProblem job={job} />
          ) : (
            <Notice tone="info" isSaid>
              {t('canceled')}
            </Notice>
          )}
        </div>
      )}
    </div>
  );
}
