import { GraphQLList, GraphQLNonNull, isAbstractType, isLeafType, isObjectType, Kind } from 'graphql';
import type { FieldNode, GraphQLOutputType, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import { publicName } from '../plan/own-names.ts';
import type { Fields } from '../plan/run.ts';
import { collectFields } from './collect-fields.ts';
import type { CollectedField, Compiling, CompositeType } from './collect-fields.ts';
import { leafWriter } from './leaf.ts';

/** What one execution knows while its answer is written. */
export interface Writing {
  /** Set when a value was not what the schema says and became null: someone must then say where. */
  incomplete: boolean;
  /** JSON text of an introspection field. */
  introspect(field: FieldNode): string;
}

/** A value as JSON text; `undefined` when it is null where it may not be, so that the null moves up (§6.4.4). */
type Write = (value: unknown, writing: Writing) => string | undefined;

/**
 * Compiles an operation to a writer of its answer: what was asked, in the order it was asked, as JSON text. Everything else
 * that the plan fetched (keys, required fields) stays out.
 */
export function compileAnswer(
  operation: OperationDefinitionNode,
  compiling: Compiling,
): (data: Fields, writing: Writing) => string {
  const root = compiling.schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema has no ${operation.operation}.`);
  const write = objectWriter(root, [operation.selectionSet], compiling);
  return (data, writing) => write(data, writing) ?? 'null';
}

function writerOf(type: GraphQLOutputType, sets: readonly SelectionSetNode[], compiling: Compiling): Write {
  if (type instanceof GraphQLNonNull) {
    const write = writerOf(type.ofType as GraphQLOutputType, sets, compiling);
    return (value, writing) => {
      const text = write(value, writing);
      if (text !== 'null') return text;
      writing.incomplete = true;
      return undefined;
    };
  }
  if (type instanceof GraphQLList) return listWriter(writerOf(type.ofType as GraphQLOutputType, sets, compiling));
  if (isLeafType(type)) return nullableLeaf(leafWriter(type));
  return isObjectType(type) ? lazyObjectWriter(type, sets, compiling) : abstractWriter(type, sets, compiling);
}

function listWriter(write: Write): Write {
  return (value, writing) => {
    if (value === null || value === undefined) return 'null';
    if (!Array.isArray(value)) return wrong(writing);
    let text = '[';
    for (let index = 0; index < value.length; index++) {
      const element = write(value[index], writing);
      if (element === undefined) return 'null';
      text += index === 0 ? element : `,${element}`;
    }
    return `${text}]`;
  };
}

function nullableLeaf(write: (value: unknown) => string | undefined): Write {
  return (value, writing) => (value === null || value === undefined ? 'null' : (write(value) ?? wrong(writing)));
}

function wrong(writing: Writing): string {
  writing.incomplete = true;
  return 'null';
}

/** Compiled when the first object comes: a recursive operation mentions more types than its answers hold. */
function lazyObjectWriter(type: CompositeType, sets: readonly SelectionSetNode[], compiling: Compiling): Write {
  let write: Write | undefined;
  return (value, writing) => {
    if (value === null || value === undefined) return 'null';
    if (typeof value !== 'object' || Array.isArray(value)) return wrong(writing);
    write ??= objectWriter(type, sets, compiling);
    return write(value, writing) ?? 'null';
  };
}

function abstractWriter(type: CompositeType, sets: readonly SelectionSetNode[], compiling: Compiling): Write {
  if (!isAbstractType(type)) throw new Error(`${type.name} is not abstract.`);
  const writers = new Map<unknown, Write>();
  for (const possible of compiling.schema.getPossibleTypes(type)) {
    writers.set(possible.name, lazyObjectWriter(possible, sets, compiling));
  }
  // A subgraph that knows the interface as an object answers with the name of the interface.
  const unnamed = lazyObjectWriter(type, sets, compiling);
  writers.set(undefined, unnamed).set(type.name, unnamed);
  return (value, writing) => {
    if (value === null || value === undefined) return 'null';
    const write = writers.get((value as Fields)['__typename']);
    return write ? write(value, writing) : wrong(writing);
  };
}

function objectWriter(type: CompositeType, sets: readonly SelectionSetNode[], compiling: Compiling): Write {
  const fields = collectFields(type, sets, compiling);
  const names = fields.map((field) => field.responseName);
  const heads = names.map((name, index) => `${index === 0 ? '{' : ','}${JSON.stringify(publicName(name))}:`);
  const writers = fields.map((field) => fieldWriter(type, field, compiling));
  return (value, writing) => {
    let text = '';
    for (let index = 0; index < names.length; index++) {
      const written = (writers[index] as Write)((value as Fields)[names[index] as string], writing);
      if (written === undefined) return undefined;
      text += (heads[index] as string) + written;
    }
    return text === '' ? '{}' : `${text}}`;
  };
}

function fieldWriter(type: CompositeType, { field, sets }: CollectedField, compiling: Compiling): Write {
  const name = field.name.value;
  if (name === '__typename') {
    const text = JSON.stringify(type.name);
    return isObjectType(type) ? () => text : (_value, writing) => void (writing.incomplete = true);
  }
  if (name.startsWith('__')) {
    const whole = withSelectionsOf(field, sets);
    return (_value, writing) => writing.introspect(whole);
  }
  const definition = 'getFields' in type ? type.getFields()[name] : undefined;
  if (!definition) throw new Error(`${type.name} has no field ${name}.`);
  return writerOf(definition.type, sets, compiling);
}

/** One field for all that ask the same under the same name. */
function withSelectionsOf(field: FieldNode, sets: readonly SelectionSetNode[]): FieldNode {
  const selections = sets.flatMap((set) => set.selections);
  return { ...field, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}
