import { Badge, EmptyState, Table } from '@modu/ui';
import type { AdminQueuePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { leftToRight } from '../../../lib/words/isolate.ts';

type Worker = AdminQueuePartsFragment['workers'][number];

const slotsOf = ({ running, slots }: Worker) => leftToRight(`${running} / ${slots}`);

/** The processes that take jobs, and how full they are. */
export function WorkerTable({ workers }: { readonly workers: readonly Worker[] }) {
  const { t } = useTranslation('admin');
  const nameOf = ({ host, pid }: Worker) => `${host} ${pid}`;
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
        { id: 'slots', name: t('columnSlots'), align: 'end', cell: slotsOf },
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
