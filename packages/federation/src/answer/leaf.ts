import { isEnumType } from 'graphql';
import type { GraphQLLeafType } from 'graphql';
import { stringText, valueText } from '../json-text.ts';

/** A leaf value as JSON text; `undefined` for a value that is not of the type. */
export type WriteLeaf = (value: unknown) => string | undefined;

const INT_MAX = 2_147_483_647;
const INT_MIN = -2_147_483_648;

const writers: Readonly<Record<string, WriteLeaf>> = {
  Int: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value <= INT_MAX && value >= INT_MIN
      ? `${value}`
      : undefined,
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? `${value}` : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? `${value}` : undefined),
  String: (value) => (typeof value === 'string' ? stringText(value) : undefined),
  // An ID is serialised as a string, also when a subgraph sends a number (specification §3.5.5).
  ID: (value) => {
    if (typeof value === 'string') return stringText(value);
    return typeof value === 'number' && Number.isInteger(value) ? `"${value}"` : undefined;
  },
};

export function leafWriter(type: GraphQLLeafType): WriteLeaf {
  if (isEnumType(type)) {
    const texts = new Map(type.getValues().map(({ name }) => [name, `"${name}"`]));
    return (value) => (typeof value === 'string' ? texts.get(value) : undefined);
  }
  return writers[type.name] ?? valueText;
}
