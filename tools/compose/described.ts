import { isTypeDefinitionNode, parse } from 'graphql';
import type { StringValueNode, TypeDefinitionNode } from 'graphql';

interface Part {
  /** As clients write it: `Job`, `Job.status`, `JobStatus.QUEUED`. */
  readonly path: string;
  readonly description?: StringValueNode | undefined;
}

/** What of an API says nothing about itself: types, fields, input fields and values without a description, in its order. */
export function findUndescribed(api: string): readonly string[] {
  return parse(api)
    .definitions.filter(isTypeDefinitionNode)
    .flatMap(partsOf)
    .filter(({ description }) => !description?.value.trim())
    .map(({ path }) => path);
}

/** A type and what it is made of. Arguments may go without: the field says what it does with them. */
function partsOf(type: TypeDefinitionNode): readonly Part[] {
  const members = [...('fields' in type ? (type.fields ?? []) : []), ...('values' in type ? (type.values ?? []) : [])];
  const own = { path: type.name.value, description: type.description };
  return [own, ...members.map(({ name, description }) => ({ path: `${own.path}.${name.value}`, description }))];
}
