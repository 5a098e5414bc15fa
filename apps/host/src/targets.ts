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

export class TargetError extends Error {
  constructor(unknown: readonly string[]) {
    const known = [...Object.keys(GROUPS), ...Object.keys(REGISTRY)].join(', ');
    super(`TARGET names what does not exist: ${unknown.join(', ') || '(nothing)'}. Choose from: ${known}.`);
    this.name = 'TargetError';
  }
}

/**
 * The module names that a TARGET stands for: a list of modules and groups, separated by commas.
 * @throws TargetError with every unknown name.
 */
export function parseTarget(target: string): string[] {
  const words = target.split(',').flatMap((word) => word.trim() || []);
  const unknown = words.filter((word) => !(word in GROUPS) && !(word in REGISTRY));
  if (words.length === 0 || unknown.length > 0) throw new TargetError(unknown);
  return [...new Set(words.flatMap((word) => GROUPS[word] ?? [word]))];
}

export function loadModules(names: readonly string[]): Promise<ModuleDefinition[]> {
  return Promise.all(
    names.map((name) => {
      const load = REGISTRY[name];
      if (!load) throw new TargetError([name]);
      return load();
    }),
  );
}
