import type { BrailleBlock } from '../blocks.ts';
import { type BrailleRefusal, type BrailleText, type CellGroup, isRefusal, type PrintText } from '../contract.ts';
import { type KeptPage, packPage, unpackPage } from '../kept-pages.ts';
import type { BraillePage, PageLine, PageSetup } from '../pages.ts';
import { chunksOf } from './block-chunks.ts';
import type { ChunkOptions, GroupsOf } from './chunk-options.ts';
import { type ContentsEntry, contentsChunks } from './contents.ts';
import { onOneLine } from './measured-text.ts';
import { Paginator } from './paginate.ts';

export interface LayoutOptions {
  readonly setup: PageSetup;
  /** Translates a text in the block's language (undefined: the document's). */
  readonly translate: (print: PrintText, language: string | undefined) => Promise<BrailleText | BrailleRefusal>;
  /** The words above the contents (`contentsTitleOf`); 차례 unless asked otherwise. */
  readonly contentsTitle?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /**
   * The pages of the contents, told when all others are. Where somebody takes them, each page is told as soon as it is full and
   * counted as if there were no contents: whoever takes them puts them in front (`pagesPerVolume`).
   */
  readonly onContents?: ((pages: readonly BraillePage[]) => void) | undefined;
}

/** The text of a block was refused; the page before it is the last. */
export class LayoutRefused extends Error {
  override readonly name = 'LayoutRefused';
  readonly refusal: BrailleRefusal;
  readonly block: string;

  constructor(refusal: BrailleRefusal, block: string) {
    super(refusal.message);
    this.refusal = refusal;
    this.block = block;
  }
}

export type BlockSource = () => Iterable<BrailleBlock> | AsyncIterable<BrailleBlock>;

/**
 * Lays blocks out page by page, each once. One block and one page are held at a time; where contents are to come first all pages are, packed: they
 * stand in front and name pages that come after them. Their own pages are numbered apart (p1, p2), so that their length moves no number they name.
 */
export async function* layoutPages(blocks: BlockSource, options: LayoutOptions): AsyncGenerator<BraillePage> {
  const { setup, onContents } = options;
  const runningHead = await headGroups(options);
  const entries: ContentsEntry[] = [];
  const onEntry = (entry: ContentsEntry) => entries.push(entry);
  const pages = !setup.contents
    ? body(blocks, options, { runningHead })
    : onContents
      ? body(blocks, options, { runningHead, onEntry })
      : withContents(blocks, options, runningHead);
  let number = 0;
  for await (const page of pages) yield placed(page, (number += 1), setup);
  if (!setup.contents || !onContents || number === 0) return;
  const contents = await contentsPages(entries, options, runningHead);
  onContents(contents.map((page, at) => placed(page, at + 1, setup)));
}

async function* withContents(
  blocks: BlockSource,
  options: LayoutOptions,
  runningHead: readonly CellGroup[],
): AsyncGenerator<BraillePage> {
  const entries: ContentsEntry[] = [];
  const pages: KeptPage[] = [];
  const onEntry = (entry: ContentsEntry) => entries.push(entry);
  for await (const page of body(blocks, options, { runningHead, onEntry })) pages.push(packPage(page));
  yield* await contentsPages(entries, options, runningHead);
  for (const page of pages) yield unpackPage(page);
}

interface BodyOptions {
  readonly runningHead: readonly CellGroup[];
  readonly onEntry?: (entry: ContentsEntry) => void;
}

async function* body(blocks: BlockSource, options: LayoutOptions, own: BodyOptions): AsyncGenerator<BraillePage> {
  const { onEntry } = own;
  const onHeading =
    onEntry && ((heading: Omit<ContentsEntry, 'label'>, label: string) => onEntry({ ...heading, label }));
  const { runningHead } = own;
  const paginator = new Paginator({ setup: options.setup, runningHead, prefix: '', firstNumber: 1, onHeading });
  let current = '';
  const groupsOf: GroupsOf = (print, language) => translated(options, print, language, current);
  const chunkOptions: ChunkOptions = { setup: options.setup, groupsOf };
  for await (const block of blocks()) {
    options.signal?.throwIfAborted();
    current = block.id;
    for await (const chunk of chunksOf(block, chunkOptions)) yield* paginator.add(chunk);
  }
  yield* paginator.end();
}

async function translated(
  options: LayoutOptions,
  print: PrintText,
  language: string | undefined,
  block: string,
): Promise<readonly CellGroup[]> {
  const answer = await options.translate(print, language);
  if (isRefusal(answer)) throw new LayoutRefused(answer, block);
  return answer.groups;
}

async function contentsPages(
  entries: readonly ContentsEntry[],
  options: LayoutOptions,
  runningHead: readonly CellGroup[],
): Promise<BraillePage[]> {
  const { setup } = options;
  const groups = await translated(options, { text: options.contentsTitle ?? '차례' }, undefined, '');
  const cells = groups.map((group) => group.cells).join('');
  const left = Math.max(0, Math.floor((setup.cellsPerLine - cells.length) / 2));
  const title: PageLine = { cells: '⠀'.repeat(left) + cells.slice(0, setup.cellsPerLine), pieces: [] };
  const paginator = new Paginator({ setup, runningHead, prefix: 'p', firstNumber: 1 });
  const pages: BraillePage[] = [];
  for (const chunk of contentsChunks(entries, title, setup)) pages.push(...paginator.add(chunk));
  pages.push(...paginator.end());
  return pages;
}

async function headGroups(options: LayoutOptions): Promise<readonly CellGroup[]> {
  if (options.setup.runningHead === '') return [];
  return onOneLine(await translated(options, { text: options.setup.runningHead }, undefined, ''));
}

/** How many pages a volume has, 0 where all are in one. On both sides of the sheet it is even, before the next one begins. */
export const pagesPerVolume = ({ pagesPerVolume: asked, interpoint }: PageSetup): number =>
  interpoint && asked % 2 === 1 ? asked + 1 : asked;

function placed(page: BraillePage, number: number, setup: PageSetup): BraillePage {
  const perVolume = pagesPerVolume(setup);
  return { ...page, number, volume: perVolume === 0 ? 1 : Math.floor((number - 1) / perVolume) + 1 };
}
