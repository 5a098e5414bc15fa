import { Kind, parse, visit } from 'graphql';
import type { DocumentNode, FieldNode } from 'graphql';
import type { PathPart } from './run.ts';

const PREFIX = 'own__';

/**
 * Names of fields that plans fetch for themselves: keys, required and provided fields. A plan puts them beside what the
 * operation asked, so an operation that uses such a name for something else (`id: title`, or `weight(unit: LB)` where
 * another field requires `weight`) would give entities a wrong key.
 */
export function namesOfPlans(supergraphSdl: string): ReadonlySet<string> {
  const names = new Set(['__typename']);
  const addAll = (fieldSet: string) => {
    for (const [name] of fieldSet.matchAll(/\w+/g)) names.add(name);
  };
  visit(parse(supergraphSdl, { noLocation: true }), {
    Directive: ({ name, arguments: given }) => {
      if (name.value !== 'join__type' && name.value !== 'join__field') return;
      for (const argument of given ?? []) {
        if (argument.value.kind === Kind.STRING && /^(key|requires|provides)$/.test(argument.name.value))
          addAll(argument.value.value);
      }
    },
  });
  return names;
}

/** Gives such fields a name of their own, under which plan and subgraphs know them. The same document when there are none. */
export function withOwnNames(document: DocumentNode, namesOfPlans: ReadonlySet<string>): DocumentNode {
  const rename = (field: FieldNode): FieldNode | undefined => {
    const name = field.alias?.value ?? field.name.value;
    const isOther = name !== field.name.value || (field.arguments?.length ?? 0) > 0;
    const clashes = name.startsWith(PREFIX) || (isOther && namesOfPlans.has(name));
    return clashes ? { ...field, alias: { kind: Kind.NAME, value: PREFIX + name } } : undefined;
  };
  // No plan asks anything of introspection: its names stay as they are, and are not translated back.
  let introspecting = 0;
  return visit(document, {
    FragmentDefinition: {
      enter: ({ typeCondition }) => (typeCondition.name.value.startsWith('__') ? false : undefined),
    },
    Field: {
      enter: (field) => void (introspecting += isIntrospection(field) ? 1 : 0),
      leave: (field) => {
        introspecting -= isIntrospection(field) ? 1 : 0;
        return introspecting > 0 ? undefined : rename(field);
      },
    },
  });
}

function isIntrospection({ name, selectionSet }: FieldNode): boolean {
  return name.value.startsWith('__') && selectionSet !== undefined;
}

/** The name that the operation used. */
export function publicName(name: string): string {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
}

export function publicPath(path: readonly PathPart[]): readonly PathPart[] {
  return path.some((part) => typeof part === 'string' && part.startsWith(PREFIX))
    ? path.map((part) => (typeof part === 'string' ? publicName(part) : part))
    : path;
}
