import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { findCells, findPrint, isBraille } from '../domain/find-in-pages.ts';
import type { Finding } from '../domain/find-in-pages.ts';
import type { Rendition } from '../domain/rendition.ts';
import type { Desk } from './desk.ts';

const QUERY_CHARS_MAX = 200;
const FINDINGS_MAX = 100;

/** Where print or cells stand on the pages of a rendition that the viewer has been shown. */
export async function findInRendition(
  { renditions, documents }: Pick<Desk, 'renditions' | 'documents'>,
  rendition: Rendition,
  { query, first }: { readonly query: string; readonly first?: number | null },
): Promise<Finding[] | Refusal> {
  const wanted = query.trim().normalize('NFC');
  if (wanted === '' || wanted.length > QUERY_CHARS_MAX)
    return refuse('INVALID_INPUT', 'find.empty', { path: ['query'], params: { max: QUERY_CHARS_MAX } });
  const most = first ?? 20;
  if (!Number.isInteger(most) || most < 1 || most > FINDINGS_MAX)
    return refuse('INVALID_INPUT', 'page.size', { path: ['first'], params: { max: FINDINGS_MAX } });
  const isCells = isBraille(wanted);
  const find = isCells ? findCells : findPrint;
  const found: Finding[] = [];
  const candidates = await (isCells
    ? renditions.pagesWithCells(rendition.id, wanted, most)
    : renditions.pagesWithWords(rendition, wanted, most));
  const { documentId } = rendition;
  const shown = await documents.blocksNumbered(candidates.map((page) => ({ documentId, numbers: page.blocks })));
  for (const [at, page] of candidates.entries()) found.push(...find(page, shown[at] ?? [], wanted));
  return found.slice(0, most);
}
