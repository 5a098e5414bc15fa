import type { Representation } from './representation.ts';
import type { Fields } from './run.ts';

/** By the key of the entities of one type, or by the text of any: the places of the objects behind it. */
type Groups = Map<string, number[]>;

interface Kind {
  readonly representation: Representation;
  readonly groups: Groups;
}

/**
 * Joins the representations of all objects, each once; fills `groups` with the objects behind each of them. Most objects repeat another
 * one, and most have one string for a key: of those only the first is written.
 */
export function gatherRepresentations(
  objects: readonly Fields[],
  representationOf: (typename: string) => Representation,
  groups: number[][],
): string {
  const byText: Groups = new Map();
  const kindOf = rememberKinds(representationOf);
  let joined = '';
  for (let index = 0; index < objects.length; index++) {
    const object = objects[index] as Fields;
    const kind = kindOf(object['__typename']);
    if (!kind) continue;
    const { key, write } = kind.representation;
    const told = key === undefined ? undefined : object[key];
    const byKey = typeof told === 'string' ? kind.groups : undefined;
    let group = byKey?.get(told as string);
    if (!group) {
      const text = write(object);
      if (text === undefined) continue;
      group = byKey ? undefined : byText.get(text);
      if (!group) {
        groups.push((group = []));
        if (byKey) byKey.set(told as string, group);
        else byText.set(text, group);
        joined += joined ? `,${text}` : text;
      }
    }
    group.push(index);
  }
  return joined;
}

/** Objects come in runs of one type. */
function rememberKinds(
  representationOf: (typename: string) => Representation,
): (typename: unknown) => Kind | undefined {
  const kinds = new Map<string, Kind>();
  let last: string | undefined;
  let kind: Kind | undefined;
  return (typename) => {
    if (typename === last) return kind;
    if (typeof typename !== 'string') return undefined;
    kind = kinds.get(typename);
    if (!kind) kinds.set(typename, (kind = { representation: representationOf(typename), groups: new Map() }));
    last = typename;
    return kind;
  };
}
