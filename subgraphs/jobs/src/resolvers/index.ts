import { Job } from './Job.ts';
import { cancelJob } from './Mutation/cancelJob.ts';
import { clearQueue } from './Mutation/clearQueue.ts';
import { completeJob } from './Mutation/completeJob.ts';
import { createJob } from './Mutation/createJob.ts';
import { failJob } from './Mutation/failJob.ts';
import { handBackJob } from './Mutation/handBackJob.ts';
import { sealJob } from './Mutation/sealJob.ts';
import { startJob } from './Mutation/startJob.ts';
import { job } from './Query/job.ts';
import { jobs } from './Query/jobs.ts';
import { queue } from './Query/queue.ts';
import { jobProgress } from './Subscription/jobProgress.ts';
import { jobUpdates } from './Subscription/jobUpdates.ts';

export const resolvers = {
  Job,
  Query: { job, jobs, queue },
  Mutation: { cancelJob, clearQueue, completeJob, createJob, failJob, handBackJob, sealJob, startJob },
  Subscription: { jobProgress, jobUpdates },
};
