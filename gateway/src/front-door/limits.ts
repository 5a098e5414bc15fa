import { GraphQLError } from 'graphql';
import type { ASTVisitor, OperationDefinitionNode, ValidationContext } from 'graphql';
import { foldSelections } from './walk-operation.ts';

/** More tokens than any operation of the studio has by far; parsing stops here. */
export const TOKENS_MAX = 2_000;
const DEPTH_MAX = 12;
const ALIASES_MAX = 15;
/** With every fragment written out: the query planner does write them out. */
const FIELDS_MAX = 2_000;
const DIRECTIVES_MAX = 20;

/** What keeps one document from being much work for others, checked when it is first seen. */
export const limitRules = [depthRule, fieldsRule, aliasesRule, directivesRule];

function limitError(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } });
}

/** Refuses documents nested deeper than the limit, fragments included: each level multiplies the work downstream. */
export function depthRule(context: ValidationContext): ASTVisitor {
  return eachOperation((operation) => {
    const depth = foldSelections<number>(operation.selectionSet, '', (name) => context.getFragment(name), {
      empty: 0,
      join: Math.max,
      field: (_node, _type, below) => below('') + 1,
    });
    if (depth > DEPTH_MAX) context.reportError(limitError(`Operations may be ${DEPTH_MAX} levels deep at most.`));
  });
}

/** Refuses fragments that spread each other again and again: few tokens, millions of fields. */
export function fieldsRule(context: ValidationContext): ASTVisitor {
  return eachOperation((operation) => {
    const fields = foldSelections<number>(operation.selectionSet, '', (name) => context.getFragment(name), {
      empty: 0,
      join: (left, right) => left + right,
      field: (_node, _type, below) => below('') + 1,
    });
    if (fields > FIELDS_MAX) context.reportError(limitError(`Operations may have ${FIELDS_MAX} fields at most.`));
  });
}

/** Refuses documents that ask the same thing under many names. */
export function aliasesRule(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  return {
    Field: (field) => {
      if (field.alias) aliases += 1;
      if (aliases === ALIASES_MAX + 1)
        context.reportError(limitError(`Operations may have ${ALIASES_MAX} aliases at most.`));
    },
  };
}

/** Refuses documents full of `@skip` and `@include`: each may double the shapes that a plan must be ready for. */
export function directivesRule(context: ValidationContext): ASTVisitor {
  let directives = 0;
  return {
    Directive: () => {
      directives += 1;
      if (directives !== DIRECTIVES_MAX + 1) return;
      context.reportError(limitError(`Operations may have ${DIRECTIVES_MAX} directives at most.`));
    },
  };
}

function eachOperation(check: (operation: OperationDefinitionNode) => void): ASTVisitor {
  return { OperationDefinition: (operation) => void check(operation) };
}
