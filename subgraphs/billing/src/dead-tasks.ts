import type { TaskQueue } from '@modu/tasks';
import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';

/** Shows the tasks that nobody runs any more: a webhook among them was taken, and never acted on. */
export function countDeadTasks(registry: Registry, queue: Pick<TaskQueue, 'dead'>): void {
  new Gauge({
    name: 'modu_billing_tasks_dead',
    help: 'Tasks of billing whose runs are all used up, and that are kept.',
    labelNames: ['task'],
    registers: [registry],
    async collect() {
      for (const [task, count] of await queue.dead()) this.set({ task }, count);
    },
  });
}
