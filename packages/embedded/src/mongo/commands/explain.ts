import { expectDocument, integerValue } from '../bson/coerce.ts';
import type { Encodable } from '../bson/encode.ts';
import { MongoError, notOffered } from '../mongo-error.ts';
import { runFind } from '../plan/find.ts';
import type { FindRun } from '../plan/find.ts';
import type { CommandRequest, Commands, Reply } from './command.ts';
import { findFields, readCollection } from './find.ts';
import { assertRequest } from './known-fields.ts';
import { queryRequest } from './query-request.ts';

function describePlan({ plan }: FindRun): Encodable {
  const direction = plan.isReverse ? 'backward' : 'forward';
  const scan = plan.index
    ? {
        stage: 'FETCH',
        inputStage: {
          stage: 'IXSCAN',
          indexName: plan.index.name,
          keyPattern: plan.index.key,
          isMultiKey: plan.index.isMultikey,
          direction,
        },
      }
    : { stage: 'COLLSCAN', direction };
  return plan.isSorted ? scan : { stage: 'SORT', inputStage: scan };
}

/** Shows how a `find` would be answered and, unless only the plan is asked for, what it costs. */
function explain(request: CommandRequest): Reply {
  const inner = expectDocument(request.body.get('explain'), "'explain'");
  if (!inner.has('find')) throw notOffered('explain of anything but find');
  assertRequest('find', inner, findFields);
  const collection = readCollection({ ...request, body: inner });
  const run = runFind(request.services.files, collection, queryRequest(inner, collection, 'filter'));
  const queryPlanner = {
    namespace: `${request.database}.${collection.name}`,
    winningPlan: describePlan(run),
    rejectedPlans: [],
  };
  const verbosity = request.body.get('verbosity') ?? 'allPlansExecution';
  if (verbosity === 'queryPlanner') return { queryPlanner, ok: 1 };
  if (verbosity !== 'executionStats' && verbosity !== 'allPlansExecution')
    throw new MongoError('BadValue', 'unknown verbosity');
  const startedAt = performance.now();
  let returned = 0;
  for (const _ of run.found) returned += 1;
  const executionStats = {
    executionSuccess: true,
    nReturned: integerValue(returned),
    executionTimeMillis: integerValue(Math.round(performance.now() - startedAt)),
    totalKeysExamined: integerValue(run.cost.keysExamined),
    totalDocsExamined: integerValue(run.cost.documentsExamined),
  };
  return { queryPlanner, executionStats, ok: 1 };
}

export const explainCommands: Commands = { explain: { fields: ['verbosity'], run: explain } };
