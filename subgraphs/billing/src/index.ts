export { billing } from './billing-module.ts';
export { billingTasks } from './billing-tasks-module.ts';
