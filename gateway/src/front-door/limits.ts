import { GraphQLError, Kind } from 'graphql';
import type { ASTVisitor, FragmentDefinitionNode, OperationDefinitionNode, ValidationContext } from 'graphql';
import { foldSelections } from './walk-operation.ts';

/** More tokens than any operation of the studio has by far; parsing stops here. */
export const TOKENS_MAX = 2_000;
const DEPTH_MAX = 12;
const ALIASES_MAX = 15;
/** With every fragment written out: the query planner does write them out. */
export const FIELDS_MAX = 500;
/** How often one selection may name the same field: each pair of them is compared. */
const REPEATS_MAX = 15;
const FRAGMENTS_MAX = 50;
const DIRECTIVES_MAX = 20;

/** What keeps one document from being much work for others, checked when it is first seen. */
export const limitRules = [depthRule, fieldsRule, aliasesRule, directivesRule, repeatsRule, fragmentsRule];

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
    const fields = countFields(operation, (name) => context.getFragment(name));
    if (fields > FIELDS_MAX) context.reportError(limitError(`Operations may have ${FIELDS_MAX} fields at most.`));
  });
}

/** How many fields an operation has with every fragment written out. */
export function countFields(
  { selectionSet }: OperationDefinitionNode,
  fragmentOf: (name: string) => FragmentDefinitionNode | null | undefined,
): number {
  return foldSelections<number>(selectionSet, '', fragmentOf, {
    empty: 0,
    join: (left, right) => left + right,
    field: (_node, _type, below) => below('') + 1,
  });
}

/** Refuses documents that ask the same thing under many names, or under one that no object of JavaScript can have as a field. */
export function aliasesRule(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  return {
    Field: (field) => {
      if (field.alias) aliases += 1;
      if (field.alias?.value === '__proto__') context.reportError(limitError('No field may be named __proto__.'));
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

/** Refuses selections that name one field again and again: whether they agree is checked pair by pair. */
export function repeatsRule(context: ValidationContext): ASTVisitor {
  return {
    SelectionSet: ({ selections }) => {
      const counts = new Map<string, number>();
      for (const selection of selections) {
        if (selection.kind !== Kind.FIELD) continue;
        const name = (selection.alias ?? selection.name).value;
        const count = (counts.get(name) ?? 0) + 1;
        counts.set(name, count);
        if (count === REPEATS_MAX + 1)
          context.reportError(limitError(`A selection may name one field ${REPEATS_MAX} times at most.`));
      }
    },
  };
}

/** Refuses documents of many fragments: each is compared with each. */
export function fragmentsRule(context: ValidationContext): ASTVisitor {
  return {
    Document: ({ definitions }) => {
      const count = definitions.filter(({ kind }) => kind !== Kind.OPERATION_DEFINITION).length;
      if (count > FRAGMENTS_MAX)
        context.reportError(limitError(`A document may have ${FRAGMENTS_MAX} fragments at most.`));
    },
  };
}

function eachOperation(check: (operation: OperationDefinitionNode) => void): ASTVisitor {
  return { OperationDefinition: (operation) => void check(operation) };
}
