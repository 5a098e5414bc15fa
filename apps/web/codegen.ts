import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents from the operations beside each feature, checked against the public API that the gateway serves. */
const config: CodegenConfig = {
  schema: '../../gateway/api.graphql',
  documents: 'src/**/*.graphql',
  generates: {
    'src/lib/graph/generated/': {
      preset: 'client',
      // The manifest of persisted documents is what the gateway trusts: the studio's own operations, named by their hash.
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' },
      },
      config: {
        documentMode: 'string',
        pureMagicComment: true,
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: { DateTime: 'string', URL: 'string', JSON: 'unknown' },
      },
    },
  },
};

export default config;
