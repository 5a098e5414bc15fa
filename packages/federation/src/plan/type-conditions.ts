import { isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';

/** Tells whether an object with this `__typename` is of a type; answers are kept, the schema does not change. */
export type IsOfType = (typename: string, condition: string) => boolean;

export function createTypeConditions(schema: GraphQLSchema): IsOfType {
  const known = new Map<string, boolean>();
  const decide = (typename: string, condition: string): boolean => {
    if (typename === condition) return true;
    const type = schema.getType(typename);
    const wanted = schema.getType(condition);
    if (!isAbstractType(wanted)) return false;
    return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
  };
  return (typename, condition) => {
    // Typenames come from answers: only those of the schema may fill the memory.
    if (!schema.getType(typename)) return typename === condition;
    const key = `${typename} ${condition}`;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const decided = decide(typename, condition);
    known.set(key, decided);
    return decided;
  };
}
