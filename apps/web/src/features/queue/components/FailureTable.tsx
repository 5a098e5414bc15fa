import { Button, EmptyState, Notice, Table } from '@modu/ui';
import type { AdminQueuePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { useRetryJob } from '../hooks/useRetryJob.ts';

/** The jobs that failed, the latest first; each can be run again for its owner. */
export function FailureTable({ failures }: { readonly failures: AdminQueuePartsFragment['failures'] }) {
  const { t } = useTranslation('admin');
  const moment = new Intl.DateTimeFormat(useLocale(), { dateStyle: 'short', timeStyle: 'medium' });
  const { retry, isRetrying, problem } = useRetryJob();
  const nameOf = ({ title, kind }: (typeof failures)[number]) => title ?? kind;
  return (
    <>
      {problem !== null && <Notice tone="negative">{problem}</Notice>}
      <Table
        label={t('failures')}
        rows={failures}
        rowId={({ id }) => id}
        rowName={nameOf}
        empty={<EmptyState title={t('noFailures')} />}
        columns={[
          { id: 'job', name: t('columnJob'), cell: nameOf, isRowHeader: true },
          { id: 'why', name: t('columnWhy'), cell: ({ error }) => error?.code ?? '–' },
          { id: 'attempt', name: t('columnAttempts'), align: 'end', cell: ({ attempt }) => attempt, isMinor: true },
          { id: 'owner', name: t('columnOwner'), cell: ({ owner }) => owner.id, isMinor: true },
          {
            id: 'when',
            name: t('columnWhen'),
            cell: ({ finishedAt }) => (finishedAt === null ? '–' : moment.format(new Date(finishedAt))),
            isMinor: true,
          },
          {
            id: 'again',
            name: t('columnAgain'),
            cell: ({ id }) => (
              <Button variant="quiet" onPress={() => retry(id)} isDisabled={isRetrying}>
                {t('redrive')}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}
