import { isDocument } from '../bson/value.ts';
import type { BsonDocument, Maybe, Value } from '../bson/value.ts';
import { MongoError, notOffered } from '../mongo-error.ts';
import { arrayOperators } from './arrays.ts';
import { conditionalOperators } from './conditionals.ts';
import { dateOperators } from './dates.ts';
import { documentOperators } from './documents.ts';
import { mathOperators } from './math.ts';
import type { Operator } from './operator.ts';
import type { Expression } from './scope.ts';
import { setOperators } from './sets.ts';
import { textOperators } from './texts.ts';
import { typeOperators } from './types.ts';

export { rootScope } from './scope.ts';

const operators: ReadonlyMap<string, Operator> = new Map(
  [
    arrayOperators,
    conditionalOperators,
    dateOperators,
    documentOperators,
    mathOperators,
    setOperators,
    textOperators,
    typeOperators,
  ].flatMap((family) => Object.entries(family)),
);

/** Follows names through documents, and through every element of arrays, leaving out what is missing, and arrays within arrays. */
export function fieldAt(value: Maybe, parts: readonly string[]): Maybe {
  if (parts.length === 0) return value;
  if (Array.isArray(value))
    return value
      .map((element) => (isDocument(element) ? fieldAt(element, parts) : undefined))
      .filter((found) => found !== undefined);
  return isDocument(value) ? fieldAt(value.get(parts[0] ?? ''), parts.slice(1)) : undefined;
}

function compileVariable(path: string): Expression {
  const [name = '', ...parts] = path.split('.');
  if (name === 'ROOT' || name === 'CURRENT') return (scope) => fieldAt(scope.root, parts);
  if (name === 'REMOVE') return () => undefined;
  return (scope) => {
    if (!scope.variables.has(name)) throw new MongoError('BadValue', `Use of undefined variable: ${name}`);
    return fieldAt(scope.variables.get(name), parts);
  };
}

function compilePath(text: string): Expression {
  if (text.startsWith('$$')) return compileVariable(text.slice(2));
  const parts = text.slice(1).split('.');
  if (parts.some((part) => part === '')) throw new MongoError('BadValue', `'${text}' is not a field path`);
  return (scope) => fieldAt(scope.root, parts);
}

function compileFields(fields: BsonDocument): Expression {
  for (const name of fields.keys()) {
    if (name.startsWith('$'))
      throw new MongoError('Location16410', `FieldPath field names may not start with '$': ${name}`);
    if (name.includes('.')) throw new MongoError('Location16412', `FieldPath field names may not contain '.': ${name}`);
  }
  const compiled = [...fields].map(([name, value]) => [name, compileExpression(value)] as const);
  return (scope) => {
    const made: BsonDocument = new Map();
    for (const [name, evaluate] of compiled) {
      const value = evaluate(scope);
      if (value !== undefined) made.set(name, value);
    }
    return made;
  };
}

function compileOperator(name: string, operand: Value): Expression {
  if (name === '$literal' || name === '$const') return () => operand;
  const compile = operators.get(name);
  if (!compile) throw notOffered(`the expression '${name}'`);
  return compile(operand, compileExpression);
}

/** Compiles an aggregation expression; operators this server lacks are refused before any document is read. */
export function compileExpression(expression: Value): Expression {
  if (typeof expression === 'string') return expression.startsWith('$') ? compilePath(expression) : () => expression;
  if (Array.isArray(expression)) {
    const elements = expression.map((element) => compileExpression(element));
    return (scope) => elements.map((evaluate) => evaluate(scope) ?? null);
  }
  if (!isDocument(expression)) return () => expression;
  const [first] = expression;
  if (!first?.[0].startsWith('$')) return compileFields(expression);
  if (expression.size !== 1) throw new MongoError('BadValue', 'An expression must have exactly one operator');
  return compileOperator(first[0], first[1]);
}
