import { CircleAlert, CircleCheck } from 'lucide-react';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { Trace } from '../../../lib/trace/index.ts';
import { formatMoment } from '../../../lib/words/moment.ts';
import { pictureOf } from '../../queue/index.ts';
import type { Notice } from '../model/notices.ts';
import './notices.css';

export interface NoticeLineProps {
  readonly notice: Notice;
  readonly caption: string;
  /** How it ended, in words. */
  readonly words: string;
  readonly onShow: () => void;
}

/** One thing that ended: its picture or its sign, what it was, how it ended and when. */
export function NoticeLine({ notice: { job, endedAt, isNew }, caption, words, onShow }: NoticeLineProps) {
  const { t } = useTranslation('notices');
  const locale = useLocale();
  const Sign = job.status === 'FAILED' ? CircleAlert : CircleCheck;
  const picture = pictureOf(job)?.thumbnailUrl ?? null;
  return (
    <li className="notice-line" data-status={job.status} data-new={isNew || undefined}>
      <button type="button" className="notice-line__body" onClick={onShow}>
        <span className="notice-line__picture">
          {picture === null ? <Sign size={20} strokeWidth={1.5} aria-hidden /> : <img src={picture} alt="" />}
        </span>
        <span className="notice-line__words">
          <span className="notice-line__caption" dir="auto">
            {caption}
          </span>
          <span className="notice-line__state">
            {words} · <time dateTime={endedAt}>{formatMoment(endedAt, locale)}</time>
          </span>
        </span>
        {isNew && <span className="notice-line__new">{t('new')}</span>}
      </button>
      <Trace id={job.error?.traceId ?? null} />
    </li>
  );
}
