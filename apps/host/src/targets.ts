import type { ModuleDefinition } from '@modu/module';

/** Every module of the house, by name; imported only when chosen, so a process holds no code it does not run. */
const REGISTRY: Readonly<Record<string, () => Promise<ModuleDefinition>>> = {
  identity: async () => (await import('@modu/identity')).identity,
  billing: async () => (await import('@modu/billing')).billing,
  'billing-tasks': async () => (await import('@modu/billing')).billingTasks,
  assets: async () => (await import('@modu/assets')).assets,
  jobs: async () => (await import('@modu/jobs')).jobs,
  'jobs-tasks': async () => (await import('@modu/jobs')).jobsTasks,
  generation: async () => (await import('@modu/generation')).generation,
  'generation-tasks': async () => (await import('@modu/generation')).generationTasks,
  gallery: async () => (await import('@modu/gallery')).gallery,
  documents: async () => (await import('@modu/documents')).documents,
  'documents-tasks': async () => (await import('@modu/documents')).documentsTasks,
  gateway: async () => (await import('@modu/gateway')).gateway,
  studio: async () => (await import('./studio.ts')).studio,
};

const GRAPH = ['identity', 'billing', 'assets', 'jobs', 'generation', 'gallery', 'documents'];
const TASKS = ['billing-tasks', 'jobs-tasks', 'generation-tasks', 'documents-tasks'];

/** Names for several modules at once. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  all: [...GRAPH, ...TASKS, 'gateway', 'studio'],
  graph: GRAPH,
  tasks: TASKS,
  edge: ['gateway', 'studio'],
};

interface Target {
  /** The modules that it stands for. */
  readonly names: readonly string[];
  /** What is wrong with it. */
  readonly problem: string | undefined;
}

/** What a TARGET stands for: a list of modules and groups, separated by commas. */
export function readTarget(target: string): Target {
  const words = target.split(',').flatMap((word) => word.trim() || []);
  const unknown = words.filter((word) => !Object.hasOwn(GROUPS, word) && !Object.hasOwn(REGISTRY, word));
  const known = words.filter((word) => !unknown.includes(word)).flatMap((word) => GROUPS[word] ?? [word]);
  const isWrong = words.length === 0 || unknown.length > 0;
  return { names: [...new Set(known)], problem: isWrong ? describeUnknown(unknown) : undefined };
}

function describeUnknown(unknown: readonly string[]): string {
  const choice = [...Object.keys(GROUPS), ...Object.keys(REGISTRY)].join(', ');
  return `names what does not exist: ${unknown.join(', ') || '(nothing)'}. Choose from: ${choice}.`;
}

export function loadModules(names: readonly string[]): Promise<ModuleDefinition[]> {
  return Promise.all(
    names.map((name) => {
      const load = REGISTRY[name];
      if (!load) throw new Error(`A module "${name}" does not exist.`);
      return load();
    }),
  );
}
