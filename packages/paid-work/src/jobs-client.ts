import type { ServiceCaller } from '@modu/network';
import { z } from 'zod';
import type { Tier } from './billing-client.ts';
import { ON_REFUSAL, remoteRefusal } from './remote-answer.ts';
import type { RemoteRefusal } from './remote-answer.ts';

const job = z.object({
  __typename: z.literal('Job'),
  id: z.string(),
  status: z.enum(['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELED']),
  /** Told where a run begins: an earlier one has sealed it. */
  isSealed: z.boolean().optional(),
  /** Told where one is looked for: when its current run began. */
  startedAt: z.string().nullish(),
});
export type RemoteJob = z.output<typeof job>;

interface RunStep {
  readonly id: string;
  readonly attempt: number;
}

/** What a job results in: the name of a member of `JobResult`, and its id. */
export interface JobOutcome {
  readonly resultType: string;
  readonly resultId: string;
}

export interface CreateJobInput {
  readonly id: string;
  readonly kind: string;
  readonly title?: string;
  readonly ownerId: string;
  readonly quotedCredits: number;
  readonly estimatedMs: number;
  /** What a worker must have loaded for it: a model. */
  readonly loads?: string;
  /** The lowest plan that may have such a job, where that is not everyone. */
  readonly minimumTier?: Tier;
  readonly priority: number;
  readonly queuedJobsMax: number;
  readonly runningJobsMax: number;
  readonly payload: unknown;
}

/** What decides whether its owner may have one more job; `id` where it may be there already. */
export type Admission = Pick<CreateJobInput, 'ownerId' | 'priority' | 'queuedJobsMax' | 'runningJobsMax'> &
  Partial<Pick<CreateJobInput, 'id'>>;

/** What a domain that starts and runs jobs asks of jobs. */
export interface JobsClient {
  find(id: string): Promise<RemoteJob | null>;
  /** Those of them that there are, in one request. */
  findAll(ids: readonly string[]): Promise<RemoteJob[]>;
  /** The job that is there under this id already, or why there is no room for one more; `null` where there is. */
  admit(wanted: Admission): Promise<RemoteJob | RemoteRefusal | null>;
  createJob(input: CreateJobInput): Promise<RemoteJob | RemoteRefusal>;
  /** As its owner asks for; refused once it has ended or is sealed. */
  cancelJob(ownerId: string, id: string): Promise<RemoteJob | RemoteRefusal>;
  startJob(step: RunStep): Promise<RemoteJob | RemoteRefusal>;
  /** Says what the job is about to result in. */
  sealJob(step: RunStep & JobOutcome): Promise<RemoteJob | RemoteRefusal>;
  /** The worker stops; the run does not count. */
  handBackJob(step: RunStep): Promise<RemoteJob | RemoteRefusal>;
  completeJob(input: RunStep & JobOutcome & { readonly chargedCredits: number }): Promise<RemoteJob | RemoteRefusal>;
  failJob(
    input: RunStep & { readonly code: string; readonly retryable: boolean; readonly pageNumber?: number },
  ): Promise<RemoteJob | RemoteRefusal>;
}

const jobAnswer = z.discriminatedUnion('__typename', [job, remoteRefusal]);
const found = z.object({ job: job.nullable() });

const FIND = 'query ($id: ID!) { job(id: $id) { __typename id status startedAt } }';
const entities = z.object({ _entities: z.array(job.nullable()) });

const FIND_ALL = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Job { __typename id status } } }';
const ADMIT = `query ($input: JobAdmissionInput!) {
  jobAdmission(input: $input) { ... on Job { __typename id status } ${ON_REFUSAL} }
}`;
const withInput = (field: string, type: string) =>
  `mutation ($input: ${type}!) { ${field}(input: $input) { ... on Job { __typename id status } ${ON_REFUSAL} } }`;
const withStep = (field: string) =>
  `mutation ($id: ID!, $attempt: Int!) {
    ${field}(id: $id, attempt: $attempt) { ... on Job { __typename id status isSealed } ${ON_REFUSAL} }
  }`;
const CANCEL = `mutation ($id: ID!) { cancelJob(id: $id) { ... on Job { __typename id status } ${ON_REFUSAL} } }`;

const SEAL = `mutation ($id: ID!, $attempt: Int!, $resultType: String!, $resultId: ID!) {
  sealJob(id: $id, attempt: $attempt, resultType: $resultType, resultId: $resultId) {
    ... on Job { __typename id status } ${ON_REFUSAL}
  }
}`;

export function createJobsClient(caller: ServiceCaller): JobsClient {
  const ask = (query: string, variables: Record<string, unknown>) =>
    caller.call<Record<string, unknown>>({ subgraph: 'jobs', query, variables });
  const tell = async (field: string, type: string, input: object) =>
    jobAnswer.parse((await ask(withInput(field, type), { input }))[field]);
  const step = async (field: string, { id, attempt }: RunStep) =>
    jobAnswer.parse((await ask(withStep(field), { id, attempt }))[field]);

  return {
    find: async (id) => found.parse(await ask(FIND, { id })).job,
    findAll: async (ids) => {
      const of = ids.map((id) => ({ __typename: 'Job', id }));
      return entities.parse(await ask(FIND_ALL, { of }))._entities.filter((one) => one !== null);
    },
    admit: async (input) => jobAnswer.nullable().parse((await ask(ADMIT, { input }))['jobAdmission']),
    createJob: (input) => tell('createJob', 'CreateJobInput', input),
    cancelJob: async (actingFor, id) => {
      const call = { subgraph: 'jobs', query: CANCEL, variables: { id }, actingFor };
      return jobAnswer.parse((await caller.call<Record<string, unknown>>(call))['cancelJob']);
    },
    startJob: (run) => step('startJob', run),
    sealJob: async ({ id, attempt, resultType, resultId }) =>
      jobAnswer.parse((await ask(SEAL, { id, attempt, resultType, resultId }))['sealJob']),
    handBackJob: (run) => step('handBackJob', run),
    completeJob: (input) => tell('completeJob', 'CompleteJobInput', input),
    failJob: (input) => tell('failJob', 'FailJobInput', input),
  };
}
