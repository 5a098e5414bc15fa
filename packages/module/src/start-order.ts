export class ModuleGraphError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ModuleGraphError';
  }
}

interface Node {
  readonly name: string;
  readonly needs: readonly string[];
}

/**
 * The order in which modules start: each after what it needs. A need that is not among the chosen modules runs in another
 * process and does not count.
 * @throws ModuleGraphError when modules need each other in a circle.
 */
export function startOrder<Module extends Node>(modules: readonly Module[]): Module[] {
  const byName = new Map(modules.map((module) => [module.name, module]));
  const ordered: Module[] = [];
  const settled = new Set<string>();

  const visit = (module: Module, path: readonly string[]): void => {
    if (settled.has(module.name)) return;
    if (path.includes(module.name)) {
      const circle = [...path.slice(path.indexOf(module.name)), module.name];
      throw new ModuleGraphError(`Modules need each other in a circle: ${circle.join(' → ')}`);
    }
    for (const need of module.needs) {
      const needed = byName.get(need);
      if (needed) visit(needed, [...path, module.name]);
    }
    settled.add(module.name);
    ordered.push(module);
  };

  for (const module of modules) visit(module, []);
  return ordered;
}
