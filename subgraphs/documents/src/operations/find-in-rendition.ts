import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { findCells, findPrint, isBraille } from '../domain/find-in-pages.ts';
import type { Finding } from '../domain/find-in-pages.ts';
import type { PlacedBlock } from '../domain/document.ts';
import { isPlainText } from '../domain/plain-text.ts';
import type { Rendition, RenditionPage } from '../domain/rendition.ts';
import type { Desk } from './desk.ts';

const QUERY_CHARS_MAX = 200;
const FINDINGS_MAX = 100;
const PAGES_TAKEN = 20;

type Books = Pick<Desk, 'renditions' | 'documents'>;

/** Where print or cells stand on the pages of a rendition that the viewer has been shown. */
export async function findInRendition(
  books: Books,
  rendition: Rendition,
  { query, first }: { readonly query: string; readonly first?: number | null },
): Promise<Finding[] | Refusal> {
  const wanted = query.trim().normalize('NFC');
  if (wanted === '' || wanted.length > QUERY_CHARS_MAX)
    return refuse('INVALID_INPUT', 'find.empty', { path: ['query'], params: { max: QUERY_CHARS_MAX } });
  if (!isPlainText(wanted)) return refuse('INVALID_INPUT', 'text.characters', { path: ['query'] });
  const most = first ?? 20;
  if (!Number.isInteger(most) || most < 1 || most > FINDINGS_MAX)
    return refuse('INVALID_INPUT', 'page.size', { path: ['first'], params: { max: FINDINGS_MAX } });
  const find = isBraille(wanted) ? findCells : findPrint;
  const found: Finding[] = [];
  for await (const { page, blocks } of candidates(books, rendition, wanted)) {
    found.push(...find(page, blocks, wanted));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

/** Pages that may show it, with their blocks: a block stands on many pages, the words that are looked for on one of them. */
async function* candidates(
  { renditions, documents }: Books,
  rendition: Rendition,
  wanted: string,
): AsyncGenerator<{ readonly page: RenditionPage; readonly blocks: readonly PlacedBlock[] }> {
  const list = isBraille(wanted) ? renditions.pagesWithCells : renditions.pagesWithWords;
  const { documentId } = rendition;
  for (let after = 0; ;) {
    const pages = await list(rendition, wanted, { take: PAGES_TAKEN, after });
    const shown = await documents.blocksNumbered(pages.map((page) => ({ documentId, numbers: page.blocks })));
    for (const [at, page] of pages.entries()) yield { page, blocks: shown[at] ?? [] };
    const last = pages.at(-1);
    if (!last || pages.length < PAGES_TAKEN) return;
    after = last.number;
  }
}
