import { GraphQLScalarType } from 'graphql';
import { DateTimeResolver, JSONResolver } from 'graphql-scalars';

/** URLs leave as the text they are: presigned ones must not be written anew, or their signature breaks. */
const urlScalar = new GraphQLScalarType({
  name: 'URL',
  serialize: (value) => {
    if (value instanceof URL) return value.href;
    if (typeof value === 'string' && URL.canParse(value)) return value;
    throw new TypeError('Not an absolute URL.');
  },
});

export const scalars = { DateTime: DateTimeResolver, JSON: JSONResolver, URL: urlScalar };
