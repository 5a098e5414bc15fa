import { execute, Kind, print, visit } from 'graphql';
import type { DocumentNode, FieldNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';

interface Source {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly schema: GraphQLSchema;
}

interface Question {
  readonly document: DocumentNode;
  readonly text: string;
  /** The variables it uses. */
  readonly names: readonly string[];
}

/** Characters of questions and answers that are remembered of one schema. */
const REMEMBERED_MAX = 8_000_000;

const remembered = new WeakMap<GraphQLSchema, LRUCache<string, string>>();

/**
 * Answers introspection fields, as JSON text. A schema never changes, and reading it in full takes tens of milliseconds in which
 * nobody else is served: so each question is answered once.
 */
export function createIntrospection({ document, operation, schema }: Source) {
  const answers = remembered.get(schema) ?? createAnswers();
  remembered.set(schema, answers);
  const questions = new WeakMap<FieldNode, Question>();
  return (field: FieldNode, variables: Readonly<Record<string, unknown>>): string => {
    const question = questions.get(field) ?? toQuestion(field, document, operation);
    questions.set(field, question);
    const used = Object.fromEntries(
      question.names.filter((name) => Object.hasOwn(variables, name)).map((name) => [name, variables[name]]),
    );
    const key = `${JSON.stringify(used)}${question.text}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = ask(question.document, schema, used);
    answers.set(key, answer);
    return answer;
  };
}

function createAnswers(): LRUCache<string, string> {
  return new LRUCache({ maxSize: REMEMBERED_MAX, sizeCalculation: (answer, key) => answer.length + key.length });
}

/** A document of this field alone, with the fragments and variables that it can use. */
function toQuestion(field: FieldNode, document: DocumentNode, operation: OperationDefinitionNode): Question {
  const fragments = document.definitions.filter(
    (one): one is FragmentDefinitionNode =>
      one.kind === Kind.FRAGMENT_DEFINITION && one.typeCondition.name.value.startsWith('__'),
  );
  const names = new Set<string>();
  for (const node of [field, ...fragments]) visit(node, { Variable: ({ name }) => void names.add(name.value) });
  const only = {
    ...operation,
    operation: 'query' as never,
    directives: [],
    variableDefinitions: (operation.variableDefinitions ?? []).filter(({ variable }) => names.has(variable.name.value)),
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
  } satisfies OperationDefinitionNode;
  const question = { kind: Kind.DOCUMENT, definitions: [only, ...fragments] } satisfies DocumentNode;
  return { document: question, text: print(question), names: [...names] };
}

function ask(document: DocumentNode, schema: GraphQLSchema, variableValues: Readonly<Record<string, unknown>>): string {
  const result = execute({ schema, document, variableValues });
  if (result instanceof Promise || !result.data) throw new Error('Introspection did not answer.');
  return JSON.stringify(Object.values(result.data)[0] ?? null);
}
