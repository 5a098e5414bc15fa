import { Badge, EmptyState, Table } from '@modu/ui';
import type { AdminQueuePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';

/** The processes that take jobs, and how full they are. */
export function WorkerTable({ workers }: { readonly workers: AdminQueuePartsFragment['workers'] }) {
  const { t } = useTranslation('queue');
  const nameOf = ({ host, pid }: (typeof workers)[number]) => `${host} ${pid}`;
  return (
    <Table
      label={t('workers')}
      rows={workers}
      rowId={({ id }) => id}
      rowName={nameOf}
      empty={<EmptyState title={t('noWorkers')} />}
      columns={[
        { id: 'host', name: t('columnProcess'), cell: nameOf, isRowHeader: true },
        { id: 'task', name: t('columnTask'), cell: ({ task }) => task, isMinor: true },
        { id: 'slots', name: t('columnSlots'), align: 'end', cell: ({ running, slots }) => `${running} / ${slots}` },
        {
          id: 'state',
          name: t('columnState'),
          cell: ({ draining }) => (
            <Badge tone={draining ? 'caution' : 'positive'}>{t(draining ? 'draining' : 'working')}</Badge>
          ),
        },
      ]}
    />
  );
}
