import { Notice } from '@modu/ui';
import { useTimeWords, useTranslation } from '../../../lib/language/index.ts';
import { useQueueStatus } from '../hooks/useQueueStatus.ts';

const WORTH_SAYING_MS = 1_000;

/** How busy the studio is, in a sentence. */
export function QueueStatus() {
  const { t } = useTranslation('queue');
  const time = useTimeWords();
  const { data: queue } = useQueueStatus();
  if (queue === undefined) return null;
  if (queue.pausedAt !== null) return <Notice tone="info">{t('paused')}</Notice>;
  const wait =
    queue.expectedWaitMs < WORTH_SAYING_MS
      ? t('noWait')
      : t('expectedWait', { time: time.about(queue.expectedWaitMs) });
  return (
    <p className="queue-drawer__status ui-figures">{`${t('busy', { running: queue.running, depth: queue.depth })} ${wait}`}</p>
  );
}
