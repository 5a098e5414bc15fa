import { expectArguments, expectDocument, expectString } from '../bson/coerce.ts';
import { showValue } from '../bson/show.ts';
import { isDocument } from '../bson/value.ts';
import type { BsonDocument, Value } from '../bson/value.ts';
import { compileExpression } from '../expressions/compile.ts';
import type { Variables } from '../expressions/scope.ts';
import { MongoError } from '../mongo-error.ts';
import { compileAddFields, compileProjection } from '../query/projection.ts';

/** A stage that turns one document into one document; pipeline updates are made of these. */
export type Transform = (document: BsonDocument) => BsonDocument;

type MakeTransform = (operand: Value, variables: Variables) => Transform;

const project: MakeTransform = (operand, variables) => {
  const spec = expectDocument(operand, '$project specification');
  if (spec.size === 0) throw new MongoError('BadValue', '$project specification must have at least one field');
  const projector = compileProjection(spec, { dialect: 'stage', variables });
  return (document) => projector(document);
};

const addFields: MakeTransform = (operand, variables) => {
  const projector = compileAddFields(expectDocument(operand, '$addFields specification'), variables);
  return (document) => projector(document);
};

const unset: MakeTransform = (operand, variables) => {
  const names = (Array.isArray(operand) ? operand : [operand]).map((name) =>
    expectString(name, '$unset specification'),
  );
  return project(new Map(names.map((name) => [name, false])), variables);
};

function replaceWith(expression: Value, variables: Variables): Transform {
  const evaluate = compileExpression(expression);
  return (document) => {
    const made = evaluate({ root: document, variables });
    if (isDocument(made)) return made;
    throw new MongoError(
      'BadValue',
      `'newRoot' expression must evaluate to an object, but resulting value was: ${showValue(made)}`,
    );
  };
}

const transforms: Readonly<Record<string, MakeTransform>> = {
  $project: project,
  $addFields: addFields,
  $set: addFields,
  $unset: unset,
  $replaceRoot: (operand, variables) =>
    replaceWith(
      expectArguments(operand, ['newRoot'], { what: '$replaceRoot', error: 'Location40415' }).get('newRoot') ?? null,
      variables,
    ),
  $replaceWith: replaceWith,
};

/** The stage's name and operand; a stage has exactly one. */
export function stageParts(stage: BsonDocument): readonly [string, Value] {
  const [entry] = stage;
  if (stage.size !== 1 || !entry)
    throw new MongoError('Location40324', 'A pipeline stage specification object must contain exactly one field.');
  return entry;
}

/** The transform of that name; undefined when the stage is of another kind. */
export function findTransform(name: string, operand: Value, variables: Variables): Transform | undefined {
  return Object.hasOwn(transforms, name) ? transforms[name]?.(operand, variables) : undefined;
}

/** A stage of a pipeline update; stages that need other documents are refused. */
export function compileTransform(stage: BsonDocument, variables: Variables): Transform {
  const [name, operand] = stageParts(stage);
  const transform = findTransform(name, operand, variables);
  if (!transform) throw new MongoError('InvalidOptions', `${name} is not allowed to be used within an update`);
  return transform;
}
