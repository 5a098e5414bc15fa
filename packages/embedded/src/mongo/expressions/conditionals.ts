import { Int32 } from 'bson';
import { expectArray, expectDocument, isTruthy } from '../bson/coerce.ts';
import { compareValues } from '../bson/order.ts';
import { isDocument } from '../bson/value.ts';
import type { Maybe, Value } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import { binary, isNullish, namedOperand, required, unary } from './operator.ts';
import type { Operator, Operators } from './operator.ts';
import type { Expression } from './scope.ts';
import { withVariables } from './scope.ts';

function comparison(accepts: (order: number) => boolean): Operator {
  return binary((a, b) => accepts(compareValues(a, b)));
}

const condition: Operator = (operand, compile) => {
  const parts = isDocument(operand)
    ? ['if', 'then', 'else'].map((name) =>
        required('$cond', namedOperand('$cond', operand, ['if', 'then', 'else']), name),
      )
    : expectArray(operand, '$cond argument');
  const [test, yes, no] = parts.map((part) => compile(part));
  if (parts.length !== 3 || !test || !yes || !no) throw new MongoError('BadValue', '$cond takes exactly three parts');
  return (scope) => (isTruthy(test(scope)) ? yes(scope) : no(scope));
};

function logical(operand: Value, compile: (expression: Value) => Expression, stopsAt: boolean): Expression {
  const parts = (Array.isArray(operand) ? operand : [operand]).map((part) => compile(part));
  return (scope) => {
    for (const evaluate of parts) if (isTruthy(evaluate(scope)) === stopsAt) return stopsAt;
    return !stopsAt;
  };
}

const firstKnown: Operator = (operand, compile) => {
  const parts = expectArray(operand, '$ifNull argument').map((part) => compile(part));
  if (parts.length < 2) throw new MongoError('BadValue', '$ifNull needs at least two arguments');
  return (scope) => {
    let value: Maybe;
    for (const evaluate of parts) {
      value = evaluate(scope);
      if (!isNullish(value)) return value;
    }
    return value;
  };
};

const switchCase: Operator = (operand, compile) => {
  const fields = namedOperand('$switch', operand, ['branches', 'default']);
  const branches = expectArray(fields.get('branches'), '$switch branches').map((branch) => {
    const parts = expectDocument(branch, 'A $switch branch');
    return { test: compile(required('$switch', parts, 'case')), then: compile(required('$switch', parts, 'then')) };
  });
  const otherwise = fields.has('default') ? compile(fields.get('default') ?? null) : undefined;
  return (scope) => {
    const branch = branches.find(({ test }) => isTruthy(test(scope)));
    if (branch) return branch.then(scope);
    if (!otherwise)
      throw new MongoError('BadValue', '$switch could not find a matching branch and no default was specified');
    return otherwise(scope);
  };
};

const letVariables: Operator = (operand, compile) => {
  const fields = namedOperand('$let', operand, ['vars', 'in']);
  const variables = [...expectDocument(fields.get('vars'), '$let vars')].map(
    ([name, value]) => [name, compile(value)] as const,
  );
  const evaluate = compile(required('$let', fields, 'in'));
  return (scope) =>
    evaluate(
      withVariables(
        scope,
        variables.map(([name, value]) => [name, value(scope)] as const),
      ),
    );
};

export const conditionalOperators: Operators = {
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cmp: binary((a, b) => new Int32(Math.sign(compareValues(a, b)))),
  $and: (operand, compile) => logical(operand, compile, false),
  $or: (operand, compile) => logical(operand, compile, true),
  $not: unary((value) => !isTruthy(value)),
  $cond: condition,
  $ifNull: firstKnown,
  $switch: switchCase,
  $let: letVariables,
};
