/** The questions that tests ask of jobs. */
export const JOB_FIELDS = `id kind title tier status progress step stepsTotal preview position positionMin ahead etaMs attempt quotedCredits
  chargedCredits refundedCredits creditsFinal error { code message retryable pageNumber traceId } result { ... on Image { id } ... on Document { id } ... on BrailleRendition { id } ... on SpeechClip { id } ... on Transcript { id } } owner { id }`;

const orRefusal = `... on Refusal { code message path retryAfterMs }`;

export const CREATE_JOB = `mutation ($input: CreateJobInput!) {
  createJob(input: $input) { __typename ... on Job { id status } ${orRefusal} }
}`;
export const JOB_ADMISSION = `query ($input: JobAdmissionInput!) {
  jobAdmission(input: $input) { __typename ... on Job { id status } ${orRefusal} }
}`;
export const START_JOB = `mutation ($id: ID!, $attempt: Int!) {
  startJob(id: $id, attempt: $attempt) { __typename ... on Job { id status attempt } ${orRefusal} }
}`;
export const SEAL_JOB = `mutation ($id: ID!, $attempt: Int!, $resultType: String, $resultId: ID) {
  sealJob(id: $id, attempt: $attempt, resultType: $resultType, resultId: $resultId) { __typename ... on Job { id status } ${orRefusal} }
}`;
export const HAND_BACK_JOB = `mutation ($id: ID!, $attempt: Int!) {
  handBackJob(id: $id, attempt: $attempt) { __typename ... on Job { id status } ${orRefusal} }
}`;
export const COMPLETE_JOB = `mutation ($input: CompleteJobInput!) {
  completeJob(input: $input) { __typename ... on Job { id status } ${orRefusal} }
}`;
export const FAIL_JOB = `mutation ($input: FailJobInput!) {
  failJob(input: $input) { __typename ... on Job { id status } ${orRefusal} }
}`;
export const CANCEL_JOB = `mutation ($id: ID!) {
  cancelJob(id: $id) { __typename ... on Job { id status refundedCredits } ${orRefusal} }
}`;
export const CLEAR_QUEUE = `mutation {
  clearQueue { __typename ... on ClearedQueue { canceled { id status } } }
}`;
export const JOB = `query ($id: ID!) { job(id: $id) { ${JOB_FIELDS} } }`;
export const JOBS = `query ($first: Int, $after: String, $status: [JobStatus!], $kind: String) {
  jobs(first: $first, after: $after, status: $status, kind: $kind) {
    edges { node { id status } } pageInfo { hasNextPage endCursor }
  }
}`;
export const QUEUE = `{ queue { depth running myQueued myRunning expectedWaitMs } }`;
export const JOB_PROGRESS = `subscription ($id: ID!) { jobProgress(id: $id) { ${JOB_FIELDS} } }`;
export const JOB_UPDATES = `subscription { jobUpdates { id status } }`;
