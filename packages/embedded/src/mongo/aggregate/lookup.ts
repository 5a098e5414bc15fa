import { expectArguments, expectArray, expectDocument, expectString } from '../bson/coerce.ts';
import { isRegExp } from '../bson/value.ts';
import type { BsonDocument, Maybe, Value } from '../bson/value.ts';
import { compileExpression, fieldAt } from '../expressions/compile.ts';
import { notOffered } from '../mongo-error.ts';
import { sizeOf } from './memory.ts';
import type { Stage, StageContext } from './stage.ts';
import { withField } from './unwind.ts';

/** Handed in by pipeline.ts, which imports this file. */
type CompilePipeline = (pipeline: readonly Value[], context: StageContext) => Stage;

const known = ['from', 'localField', 'foreignField', 'as', 'let', 'pipeline'];

/** The filter that finds the partners of a local value: of an array, the partners of any element. */
function partnerFilter(foreignField: string, local: Maybe): BsonDocument {
  const values = Array.isArray(local) ? local : [local ?? null];
  if (values.some(isRegExp)) throw notOffered('$lookup by regular expressions');
  return new Map([[foreignField, new Map([['$in', values]])]]);
}

function joinFilter(spec: BsonDocument): (document: BsonDocument) => BsonDocument {
  const local = spec.get('localField');
  const foreign = spec.get('foreignField');
  if (local === undefined && foreign === undefined && spec.has('pipeline')) return () => new Map();
  const localParts = expectString(local, 'localField').split('.');
  const foreignField = expectString(foreign, 'foreignField');
  return (document) => partnerFilter(foreignField, fieldAt(document, localParts));
}

/** `$lookup`, by fields, by a pipeline with `let`, or both. The other collection is read through its indexes. */
export function compileLookup(operand: Value, context: StageContext, compilePipeline: CompilePipeline): Stage {
  const spec = expectArguments(operand, known, { what: '$lookup', error: 'FailedToParse' });
  const from = expectString(spec.get('from'), "'from' of $lookup");
  const as = expectString(spec.get('as'), "'as' of $lookup").split('.');
  const filterFor = joinFilter(spec);
  const stages = spec.has('pipeline') ? expectArray(spec.get('pipeline'), "'pipeline' of $lookup") : [];
  const added = [...expectDocument(spec.get('let') ?? new Map(), "'let' of $lookup")].map(
    ([name, value]) => [name, compileExpression(value)] as const,
  );
  return function* (input) {
    for (const document of input) {
      const scope = { root: document, variables: context.variables };
      const variables = new Map([
        ...context.variables,
        ...added.map(([name, evaluate]) => [name, evaluate(scope)] as const),
      ]);
      const run = compilePipeline(stages, { ...context, variables });
      const partners = [...run(context.read(from, filterFor(document)))];
      context.budget.take(
        partners.reduce((total, partner) => total + sizeOf(partner), 0),
        '$lookup',
      );
      const joined = withField(document, as, partners);
      yield joined;
      context.budget.take(-partners.reduce((total, partner) => total + sizeOf(partner), 0), '$lookup');
    }
  };
}
