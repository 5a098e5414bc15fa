import { AdminQueue } from './AdminQueue.ts';
import { Dashboard } from './Dashboard.ts';
import { Job } from './Job.ts';
import { cancelJob } from './Mutation/cancelJob.ts';
import { clearQueue } from './Mutation/clearQueue.ts';
import { completeJob } from './Mutation/completeJob.ts';
import { createJob } from './Mutation/createJob.ts';
import { failJob } from './Mutation/failJob.ts';
import { handBackJob } from './Mutation/handBackJob.ts';
import { sealJob } from './Mutation/sealJob.ts';
import { startJob } from './Mutation/startJob.ts';
import { pauseQueue } from './Mutation/pauseQueue.ts';
import { resumeQueue } from './Mutation/resumeQueue.ts';
import { retryJob } from './Mutation/retryJob.ts';
import { adminQueue } from './Query/adminQueue.ts';
import { job } from './Query/job.ts';
import { jobAdmission } from './Query/jobAdmission.ts';
import { jobs } from './Query/jobs.ts';
import { queue } from './Query/queue.ts';
import { Queue } from './Queue.ts';
import { QueueTier } from './QueueTier.ts';
import { jobProgress } from './Subscription/jobProgress.ts';
import { jobUpdates } from './Subscription/jobUpdates.ts';
import { User } from './User.ts';

export const resolvers = {
  AdminQueue,
  Dashboard,
  Job,
  Queue,
  QueueTier,
  Query: { adminQueue, job, jobAdmission, jobs, queue },
  Mutation: {
    cancelJob,
    clearQueue,
    completeJob,
    createJob,
    failJob,
    handBackJob,
    pauseQueue,
    resumeQueue,
    retryJob,
    sealJob,
    startJob,
  },
  Subscription: { jobProgress, jobUpdates },
  User,
};
