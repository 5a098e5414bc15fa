import { GraphQLError, Kind } from 'graphql';
import type { ASTVisitor, FragmentDefinitionNode, SelectionSetNode, ValidationContext } from 'graphql';

/** More tokens than any operation of the studio has by far; parsing stops here. */
export const TOKENS_MAX = 2_000;
const DEPTH_MAX = 12;
const ALIASES_MAX = 15;

function limitError(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } });
}

/** Refuses documents nested deeper than the limit, fragments included: each level multiplies the work downstream. */
export function depthRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition: (operation) => {
      const depth = measureDepth(operation.selectionSet, context, new Set());
      if (depth > DEPTH_MAX) context.reportError(limitError(`Operations may be ${DEPTH_MAX} levels deep at most.`));
    },
  };
}

function measureDepth(
  set: SelectionSetNode,
  context: ValidationContext,
  open: ReadonlySet<FragmentDefinitionNode>,
): number {
  let deepest = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const below = selection.selectionSet ? measureDepth(selection.selectionSet, context, open) : 0;
      deepest = Math.max(deepest, below + 1);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      deepest = Math.max(deepest, measureDepth(selection.selectionSet, context, open));
    } else {
      const fragment = context.getFragment(selection.name.value);
      if (!fragment || open.has(fragment)) continue;
      deepest = Math.max(deepest, measureDepth(fragment.selectionSet, context, new Set([...open, fragment])));
    }
    if (deepest > DEPTH_MAX) return deepest;
  }
  return deepest;
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
