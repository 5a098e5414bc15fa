import { Button, LoadingState, Notice, Table } from '@modu/ui';
import { GraphError } from '../../lib/graph/index.ts';
import { useTimeWords, useTranslation } from '../../lib/language/index.ts';
import { Missing } from '../../lib/screen/Missing.tsx';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { Failed } from '../../lib/thing/Failed.tsx';
import { FailureNotice } from '../../lib/trace/index.ts';
import { FailureTable } from './components/FailureTable.tsx';
import { LatelyFacts } from './components/LatelyFacts.tsx';
import { WorkerTable } from './components/WorkerTable.tsx';
import { useAdminQueue } from './hooks/useAdminQueue.ts';
import './components/admin-queue.css';

const TIER_NAMES = {
  FREE: 'tierFree',
  STARTER: 'tierStarter',
  PRO: 'tierPro',
  STUDIO: 'tierStudio',
  ENTERPRISE: 'tierEnterprise',
} as const;

/** Everyone's queue at once: how busy each tier is, who works, what failed; and the way to pause it. */
export function AdminQueuePage() {
  const { t } = useTranslation(['admin', 'queue']);
  const time = useTimeWords();
  const { query, setPaused } = useAdminQueue();
  const { data: queue, error } = query;
  if (error && queue === undefined) return <NoQueue error={error} onAgain={() => void query.refetch()} />;
  if (queue === undefined) return <LoadingState label={t('queue:loading')} />;
  const isPaused = queue.pausedAt !== null;
  return (
    <div className="page admin-queue">
      <PageTitle>{t('adminTitle')}</PageTitle>
      <header className="page__head">
        <h1>{t('adminTitle')}</h1>
        <Button variant="outline" onPress={() => setPaused.mutate(!isPaused)} isPending={setPaused.isPending}>
          {t(isPaused ? 'resume' : 'pause')}
        </Button>
      </header>
      {isPaused && <Notice tone="info">{t('adminPaused')}</Notice>}
      <FailureNotice error={setPaused.error} words={t('notPaused')} />
      <LatelyFacts lately={queue.lately} />
      <section aria-labelledby="queue-tiers" className="admin-queue__part">
        <h2 id="queue-tiers">{t('tiers')}</h2>
        <Table
          label={t('tiers')}
          rows={queue.tiers}
          rowId={({ tier }) => tier}
          rowName={({ tier }) => t(TIER_NAMES[tier])}
          columns={[
            { id: 'tier', name: t('tier'), cell: ({ tier }) => t(TIER_NAMES[tier]), isRowHeader: true },
            { id: 'running', name: t('columnRunning'), align: 'end', cell: ({ running }) => running },
            { id: 'depth', name: t('columnWaiting'), align: 'end', cell: ({ depth }) => depth },
            {
              id: 'oldest',
              name: t('columnOldest'),
              align: 'end',
              cell: ({ depth, oldestWaitMs }) => (depth === 0 ? '–' : time.about(oldestWaitMs)),
            },
          ]}
        />
      </section>
      <section aria-labelledby="queue-workers" className="admin-queue__part">
        <h2 id="queue-workers">{t('workers')}</h2>
        <WorkerTable workers={queue.workers} />
      </section>
      <section aria-labelledby="queue-failures" className="admin-queue__part">
        <h2 id="queue-failures">{t('failures')}</h2>
        <FailureTable failures={queue.failures} />
      </section>
    </div>
  );
}

function NoQueue({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }) {
  const { t } = useTranslation(['admin', 'shell']);
  if (error instanceof GraphError && error.code === 'FORBIDDEN') return <Missing title={t('admin:adminOnly')} />;
  return <Failed title={t('shell:unreachable')} query={{ refetch: onAgain, error }} />;
}
