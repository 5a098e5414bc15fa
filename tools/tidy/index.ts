import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { takeCensus } from './rules.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', '*.ts', '*.tsx'], {
  cwd: root,
  encoding: 'utf8',
});
const paths = listed.split('\n').filter((path) => path && !path.endsWith('.d.ts') && existsSync(root + path));
const census = takeCensus(paths.map((path) => ({ path, text: readFileSync(root + path, 'utf8') })));

const { fileLines, functionLines } = census;
console.log(
  `${census.files} files: median ${fileLines.median} lines, p90 ${fileLines.p90}, largest ${fileLines.largest}`,
);
console.log(
  `${census.functions} functions: median ${functionLines.median} lines, p90 ${functionLines.p90}, largest ${functionLines.largest}`,
);
for (const { rule, where, why } of census.findings) console.log(`\n✗ ${rule}\n  ${where}\n  ${why}`);
if (census.findings.length > 0) process.exit(1);
console.log('The house is tidy.');
