import { basename, extname } from 'node:path';
import { measureFunctions, quantile } from './census.ts';

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Finding {
  readonly rule: string;
  readonly where: string;
  readonly why: string;
}

export interface Census {
  readonly files: number;
  readonly fileLines: { readonly median: number; readonly p90: number; readonly largest: number };
  readonly functions: number;
  readonly functionLines: { readonly median: number; readonly p90: number; readonly largest: number };
  readonly findings: readonly Finding[];
}

const FILE_LINES_MAX = 400;
const FUNCTION_LINES_MAX = 70;
const GOALS = { fileMedian: 80, fileP90: 250, functionMedian: 10, functionP90: 40 };

const VAGUE = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'shared',
  'manager',
  'data',
  'info',
  'stuff',
]);

const isTest = (path: string) => /\.(test|spec|stories)\.tsx?$/.test(path) || /(^|\/)(testing|e2e)\//.test(path);

/** Counts what the house holds itself to, and says what to mend first. */
export function takeCensus(files: readonly SourceFile[]): Census {
  const code = files.filter((file) => !isTest(file.path));
  const fileLines = files.map((file) => file.text.split('\n').length);
  const functions = code.flatMap((file) => measureFunctions(file.path, file.text));
  const functionLines = functions.map((one) => one.lines);
  const numbers = {
    files: files.length,
    fileLines: { median: quantile(fileLines, 0.5), p90: quantile(fileLines, 0.9), largest: Math.max(0, ...fileLines) },
    functions: functions.length,
    functionLines: {
      median: quantile(functionLines, 0.5),
      p90: quantile(functionLines, 0.9),
      largest: Math.max(0, ...functionLines),
    },
  };
  const findings = [
    ...files.flatMap(checkName),
    ...files.flatMap(checkLength),
    ...files.flatMap(checkText),
    ...functions
      .filter((one) => one.lines > FUNCTION_LINES_MAX)
      .map((one) => ({
        rule: `a function has at most ${FUNCTION_LINES_MAX} lines`,
        where: `${one.file}:${one.line} ${one.name} (${one.lines})`,
        why: 'A reader holds one idea at a time: name its steps as functions of their own.',
      })),
    ...checkGoals(numbers),
  ];
  return { ...numbers, findings };
}

function checkName({ path }: SourceFile): Finding[] {
  const stem = basename(path, extname(path)).replace(/\.(test|spec|stories|config)$/, '');
  const words = path.split('/').slice(0, -1).concat(stem);
  const vague = words.filter((word) => VAGUE.has(word.toLowerCase()));
  const findings = vague.map((word) => ({
    rule: 'nothing is named vaguely',
    where: `${path} ("${word}")`,
    why: 'A name like that collects everything. Name the one idea that lives there.',
  }));
  const isComponent = path.endsWith('.tsx') && /^[A-Z][A-Za-z0-9]*$/.test(stem);
  const isGraphField = /\/resolvers\//.test(path) && /^[A-Za-z][A-Za-z0-9]*$/.test(stem);
  const isHook = /^use[A-Z]/.test(stem);
  const isKebab = /^[a-z0-9$_]+([-.][a-z0-9$]+)*$/.test(stem);
  if (isComponent || isGraphField || isHook || isKebab) return findings;
  const why = 'Files are kebab-case, components PascalCase, hooks useThing, resolvers named exactly as their field.';
  return [...findings, { rule: 'file names have one form', where: path, why }];
}

function checkLength({ path, text }: SourceFile): Finding[] {
  const lines = text.split('\n').length;
  if (lines <= FILE_LINES_MAX) return [];
  return [
    {
      rule: `a file has at most ${FILE_LINES_MAX} lines`,
      where: `${path} (${lines})`,
      why: 'A newcomer should find the room: split by idea.',
    },
  ];
}

const FORBIDDEN: readonly (readonly [pattern: RegExp, rule: string, why: string])[] = [
  [
    /eslint-disable/,
    'no rule is switched off in a line',
    'Mend the code, or change the rule for everyone and say why.',
  ],
  [/@ts-(ignore|expect-error|nocheck)/, 'no type error is silenced', 'Say the type that is true.'],
  [/\b(TODO|FIXME)\b/, 'nothing is left for later in the code', 'Do it, or open an issue.'],
  [/\b(describe|it|test)\.(only|skip)\(/, 'no test is skipped or alone', 'A test that does not run proves nothing.'],
];

function checkText({ path, text }: SourceFile): Finding[] {
  if (path.startsWith('tools/tidy/')) return [];
  return FORBIDDEN.flatMap(([pattern, rule, why]) => {
    const index = text.search(pattern);
    return index < 0 ? [] : [{ rule, where: `${path}:${text.slice(0, index).split('\n').length}`, why }];
  });
}

function checkGoals({ fileLines, functionLines }: Omit<Census, 'findings'>): Finding[] {
  const over: readonly (readonly [name: string, is: number, goal: number])[] = [
    ['lines of a file, median', fileLines.median, GOALS.fileMedian],
    ['lines of a file, p90', fileLines.p90, GOALS.fileP90],
    ['lines of a function, median', functionLines.median, GOALS.functionMedian],
    ['lines of a function, p90', functionLines.p90, GOALS.functionP90],
  ];
  return over
    .filter(([, is, goal]) => is > goal)
    .map(([name, is, goal]) => ({
      rule: `${name} ≤ ${goal}`,
      where: `the house as a whole: ${is}`,
      why: 'Split the longest first; the list above names them.',
    }));
}
