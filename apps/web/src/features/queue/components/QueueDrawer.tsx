import { opensLater } from '@modu/ui';
import { useQueueDrawer } from '../hooks/useQueueDrawer.ts';
import type { QueueSheetProps } from './QueueSheet.tsx';

const QueueSheet = opensLater<QueueSheetProps>(async () => (await import('./QueueSheet.tsx')).QueueSheet);

/** The drawer with all of the viewer's jobs, fetched when it is first opened; then it stays, so that it leaves as it came. */
export function QueueDrawer() {
  const { isOpen, setOpen } = useQueueDrawer();
  return <QueueSheet isOpen={isOpen} onOpenChange={setOpen} />;
}
