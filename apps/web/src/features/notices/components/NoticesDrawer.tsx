import { Drawer, EmptyState } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { useJobCaption, useJobWords, showJob } from '../../queue/index.ts';
import type { Notice } from '../model/notices.ts';
import { NoticeLine } from './NoticeLine.tsx';

export interface NoticesDrawerProps {
  readonly notices: readonly Notice[];
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** What finished and what failed, the latest first; each leads to where it can be looked at. */
export function NoticesDrawer({ notices, isOpen, onOpenChange }: NoticesDrawerProps) {
  const { t } = useTranslation('notices');
  const caption = useJobCaption();
  const words = useJobWords();
  return (
    <Drawer title={t('title')} closeLabel={t('close')} isOpen={isOpen} onOpenChange={onOpenChange}>
      {notices.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>{t('noneWords')}</p>
        </EmptyState>
      ) : (
        <ul className="notices">
          {notices.map((notice) => (
            <NoticeLine
              key={notice.job.id}
              notice={notice}
              caption={caption(notice.job)}
              words={words(notice.job)}
              onShow={() => {
                onOpenChange(false);
                showJob(notice.job);
              }}
            />
          ))}
        </ul>
      )}
    </Drawer>
  );
}
