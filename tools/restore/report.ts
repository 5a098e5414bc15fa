import type { Restoration } from '../../subgraphs/gallery/src/operations/restore-images.ts';

/** So many are named; all are counted. */
const NAMED_MAX = 20;

function named(title: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const rest = names.length > NAMED_MAX ? [`- … and ${names.length - NAMED_MAX} more`] : [];
  return ['', `${title}:`, ...names.slice(0, NAMED_MAX).map((name) => `- ${name}`), ...rest];
}

/** What was found, and done, in words. */
export function wordsOf(
  { told, missing, ownerless, unreadable }: Restoration,
  { writes }: { readonly writes: boolean },
): string {
  const pictures = missing.map(
    ({ id, ownerId, prompt }) => `${id} of ${ownerId}: ${prompt?.slice(0, 60) ?? '(no words)'}`,
  );
  const outcome = writes
    ? `${missing.length - ownerless} pictures were put back; ${ownerless} have no owner any more.`
    : 'Nothing was changed. To put them back: --write';
  return [
    '| found | count |\n|---|---:|',
    `| pictures that the bucket tells of | ${told} |`,
    `| of them not in the gallery | ${missing.length} |`,
    `| documents that can't be read | ${unreadable.length} |`,
    ...named('Not in the gallery', pictures),
    ...named("Can't be read", unreadable),
    '',
    outcome,
  ].join('\n');
}
