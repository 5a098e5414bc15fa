import type { BucketReport, Findings } from '../../subgraphs/assets/src/operations/report-bucket.ts';

const row = (what: string, { count, sizeBytes }: { readonly count: number; readonly sizeBytes?: number }) =>
  `| ${what} | ${count} | ${sizeBytes ?? ''} |`;

function named(title: string, { count, named: names }: Findings): string[] {
  if (count === 0) return [];
  const rest = count > names.length ? [`- … and ${count - names.length} more`] : [];
  return ['', `${title}:`, ...names.map((name) => `- ${name}`), ...rest];
}

/** The report in words. */
export function wordsOf({ orphans, lost, open, foreign }: BucketReport): string {
  return [
    '| found | count | bytes |\n|---|---:|---:|',
    row('objects without a record, older than a day', orphans),
    row('open uploads in parts without a record, older than a day', open),
    row('READY records without an object', lost),
    row('objects that are not ours to judge', { count: foreign }),
    ...named('Objects without a record', orphans),
    ...named('Open uploads in parts', open),
    ...named('READY records without an object', lost),
    '',
    'Nothing was changed.',
  ].join('\n');
}
