import { lazy, Suspense, useState } from 'react';
import { useQueueDrawer } from '../hooks/useQueueDrawer.ts';

const QueueSheet = lazy(async () => ({ default: (await import('./QueueSheet.tsx')).QueueSheet }));

/** The drawer with all of the viewer's jobs, fetched when it is first opened; then it stays, so that it leaves as it came. */
export function QueueDrawer({ onShow }: { readonly onShow: (jobId: string) => void }) {
  const { isOpen } = useQueueDrawer();
  const [wasOpened, setOpened] = useState(false);
  if (isOpen && !wasOpened) setOpened(true);
  if (!wasOpened) return null;
  return (
    <Suspense fallback={null}>
      <QueueSheet onShow={onShow} />
    </Suspense>
  );
}
