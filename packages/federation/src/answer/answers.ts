import { Kind, visit } from 'graphql';
import type { DirectiveNode, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Fields } from '../plan/run.ts';
import { compileAnswer } from './compile-answer.ts';
import type { Writing } from './compile-answer.ts';
import type { Compiling, Flags } from './collect-fields.ts';

type WriteAnswer = (data: Fields, writing: Writing) => string;

/** A writer for each set of flags: what `@skip` and `@include` decide also decides the order of fields. */
export interface Answers {
  writerFor(variables: Flags): WriteAnswer;
}

const WRITERS_MAX = 64;

export function createAnswers(operation: OperationDefinitionNode, source: Omit<Compiling, 'flags'>): Answers {
  const names = conditionVariables(operation, source);
  if (names.length === 0) {
    const write = compileAnswer(operation, { ...source, flags: {} });
    return { writerFor: () => write };
  }
  const writers = new LRUCache<string, WriteAnswer>({ max: WRITERS_MAX });
  return {
    writerFor: (variables) => {
      const key = names.map((name) => (variables[name] === true ? '1' : '0')).join('');
      const kept = writers.get(key);
      if (kept) return kept;
      const flags = Object.fromEntries(names.map((name) => [name, variables[name] === true]));
      const write = compileAnswer(operation, { ...source, flags });
      writers.set(key, write);
      return write;
    },
  };
}

function conditionVariables(
  operation: OperationDefinitionNode,
  { fragments }: Omit<Compiling, 'flags'>,
): readonly string[] {
  const names = new Set<string>();
  const visitor = {
    Directive: ({ name, arguments: given }: DirectiveNode) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  };
  for (const node of [operation, ...Object.values(fragments)]) visit(node, visitor);
  return [...names].sort();
}
