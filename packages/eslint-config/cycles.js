/**
 * Circles of imports, found in one walk over the house: also those that close through an import() or through another package. What is
 * imported for its types alone is gone when the code runs.
 */
export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Which of them is loaded first would decide what works: move what both need into a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(generated|dist|storybook-static)/' },
    includeOnly: '^(apps|docs|e2e|gateway|packages|subgraphs|tools)/',
    moduleSystems: ['es6'],
    parser: 'tsc',
    tsPreCompilationDeps: true,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
