export { jobs } from './jobs-module.ts';
export { jobsTasks } from './jobs-tasks-module.ts';
