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
  return { module, name, message: name in present ? issue.message : 'is required but not set' };
}

/** `true|false|1|0` as people write them in environments. */
export const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

export const port = z.coerce.number().int().min(0).max(65_535);

/** A secret that others must not guess: at least 32 characters. */
export const secret = z.string().min(32, 'must have at least 32 characters');

/** The URL of a PostgreSQL database, with the database named in its path. */
export const postgresUrl = z
  .url({ protocol: /^postgres(ql)?$/, message: 'must look like postgresql://user:password@host/database' })
  .refine((value) => URL.parse(value)?.pathname.slice(1), 'must name a database in its path');

export const mongodbUrl = z.string().regex(/^mongodb(\+srv)?:\/\//, 'must look like mongodb://host/database');
