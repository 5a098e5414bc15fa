import { z } from 'zod';

/** A module's slice of the environment: a zod object whose keys are the names of environment variables. */
export type SettingsSlice = z.ZodObject<z.ZodRawShape>;

export interface SettingsProblem {
  readonly module: string;
  readonly name: string;
  readonly message: string;
}

export class SettingsError extends Error {
  readonly problems: readonly SettingsProblem[];

  constructor(problems: readonly SettingsProblem[]) {
    const lines = problems.map(({ module, name, message }) => `  ${name} (${module}): ${message}`);
    super(`The settings are not right:\n${lines.join('\n')}`);
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** An unset variable and an empty one mean the same: people write `S3_ENDPOINT=` to switch something off. */
function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
}

/**
 * Parses every module's slice. All problems of all modules are reported in one `SettingsError`, so that a deployment is
 * mended in one round. Values never appear in a message: they may be secrets.
 */
export function parseSettings(
  slices: Readonly<Record<string, SettingsSlice>>,
  environment: Environment,
): Record<string, Record<string, unknown>> {
  const present = withoutEmpty(environment);
  const problems: SettingsProblem[] = [];
  const parsed: Record<string, Record<string, unknown>> = {};
  for (const [module, slice] of Object.entries(slices)) {
    const result = slice.safeParse(present);
    if (result.success) parsed[module] = result.data;
    else problems.push(...firstPerName(result.error.issues.map((issue) => toProblem(module, issue, present))));
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return parsed;
}

/** One wrong value can break several rules; the first says enough. */
function firstPerName(problems: readonly SettingsProblem[]): SettingsProblem[] {
  return [...new Map([...problems].reverse().map((problem) => [problem.name, problem])).values()].reverse();
}

function toProblem(module: string, issue: z.core.$ZodIssue, present: Environment): SettingsProblem {
  const name = String(issue.path[0] ?? '');
  // A rule of ours says itself why it misses something; zod only sees that it has the wrong type.
  const isSaid = name in present || issue.code === 'custom';
  return { module, name, message: isSaid ? issue.message : 'is required but not set' };
}

interface Need {
  readonly name: string;
  readonly when: (settings: Record<string, unknown>) => boolean;
  readonly message: string;
}

/** The slice with one setting that others make necessary. It is looked at also when some are wrong: all is said at once. */
export function needed<Slice extends SettingsSlice>(slice: Slice, { name, when, message }: Need): Slice {
  const isThere = (settings: Record<string, unknown>) => settings[name] !== undefined || !when(settings);
  return slice.refine(isThere, { path: [name], message, when: () => true });
}

/** The slice with settings that work together alone: with one of them set, all others must be. */
export function together<Slice extends SettingsSlice>(slice: Slice, names: readonly string[]): Slice {
  return names.reduce((checked, name) => {
    const others = names.filter((other) => other !== name);
    const when = (settings: Record<string, unknown>) => others.some((other) => settings[other] !== undefined);
    return needed(checked, { name, when, message: `must be set together with ${others.join(', ')}` });
  }, slice);
}

/** `true|false|1|0` as people write them in environments. */
export const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

export const port = z.coerce.number().int().min(0).max(65_535);

/** A secret that others must not guess: at least 32 characters. */
export const secret = z.string().min(32, 'must have at least 32 characters');

/** The URL of a PostgreSQL server; whoever uses it names the database. */
export const postgresServerUrl = z.url({
  protocol: /^postgres(ql)?$/,
  message: 'must look like postgresql://user:password@host/database',
});

/** The URL of a PostgreSQL database, with the database named in its path. */
export const postgresUrl = postgresServerUrl.refine(
  (value) => URL.parse(value)?.pathname.slice(1),
  'must name a database in its path',
);

/** One server or all members of a replica set, with the driver's options; it need not name a database. */
export const mongodbUrl = z
  .string()
  .regex(
    /^mongodb(\+srv)?:\/\/([^\s@/]*@)?[^\s@/?,]+(,[^\s@/?,]+)*(\/[^\s?]*)?(\?\S*)?$/,
    'must look like mongodb://host/database',
  );
