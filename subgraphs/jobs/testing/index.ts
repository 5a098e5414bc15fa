export { newJob, newJobState } from './new-job.ts';
export { admin, nobody, openStudio, person, service } from './studio.ts';
export type { GraphAnswer, Question, Studio } from './studio.ts';
export { createBillingStandIn } from './billing-stand-in.ts';
export type { BillingStandIn } from './billing-stand-in.ts';
export {
  CANCEL_JOB,
  CLEAR_QUEUE,
  COMPLETE_JOB,
  CREATE_JOB,
  FAIL_JOB,
  HAND_BACK_JOB,
  JOB,
  JOB_ADMISSION,
  JOB_PROGRESS,
  JOB_UPDATES,
  JOBS,
  QUEUE,
  SEAL_JOB,
  START_JOB,
} from './documents.ts';
