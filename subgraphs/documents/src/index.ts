export { documents } from './documents-module.ts';
export { documentsTasks } from './documents-tasks-module.ts';
