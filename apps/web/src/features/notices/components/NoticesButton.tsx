import { opensLater } from '@modu/ui';
import { Bell } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { useNotices } from '../hooks/useNotices.ts';
import { noticesOpen } from '../model/notices-open.ts';
import type { NoticesDrawerProps } from './NoticesDrawer.tsx';
import './notices.css';

const NoticesDrawer = opensLater<NoticesDrawerProps>(async () => (await import('./NoticesDrawer.tsx')).NoticesDrawer);

/** The bell of the rail: says how much is new, and opens the list. */
export function NoticesButton() {
  const { t } = useTranslation('notices');
  const { notices, fresh, see } = useNotices();
  const isOpen = useSyncExternalStore(noticesOpen.subscribe, noticesOpen.isOpen);
  const words = fresh === 0 ? t('title') : t('fresh', { count: fresh });
  const turn = (next: boolean) => {
    noticesOpen.set(next);
    // What was new stays marked while it is looked at.
    if (!next) see();
  };
  return (
    <>
      <button type="button" className="rail__tool bell" aria-label={words} title={words} onClick={() => turn(true)}>
        <Bell size={20} strokeWidth={1.5} aria-hidden />
        {fresh > 0 && (
          <span className="bell__fresh ui-figures" aria-hidden>
            {fresh > 9 ? '9+' : fresh}
          </span>
        )}
      </button>
      <NoticesDrawer notices={notices} isOpen={isOpen} onOpenChange={turn} />
    </>
  );
}
