import { ListOrdered } from 'lucide-react';
import { useTranslation } from '../../../lib/language/index.ts';
import { useQueueDrawer } from '../hooks/useQueueDrawer.ts';
import { useTrayJobs } from '../hooks/useTrayJobs.ts';

/** Opens the queue drawer from the rail; says how many jobs are under way. */
export function JobsButton() {
  const { t } = useTranslation('queue');
  const { setOpen } = useQueueDrawer();
  const { active } = useTrayJobs();
  const words = active.length === 0 ? t('title') : t('running', { count: active.length });
  return (
    <button type="button" className="rail__tool" aria-label={words} title={words} onClick={() => setOpen(true)}>
      <ListOrdered size={20} strokeWidth={1.5} aria-hidden />
    </button>
  );
}
