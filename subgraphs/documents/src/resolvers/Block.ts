import { blockIdOf } from '../domain/block-id.ts';
import type { OutlineEntry as Heading, PlacedBlock } from '../domain/document.ts';

/** Blocks differ by kind; what a kind has not is null. */
export const Block = {
  id: blockIdOf,
  kind: ({ block }: PlacedBlock) => block.kind,
  page: ({ block }: PlacedBlock) => block.page,
  confidence: ({ block }: PlacedBlock) => block.confidence ?? null,
  level: ({ block }: PlacedBlock) => (block.kind === 'HEADING' ? block.level : null),
  text: ({ block }: PlacedBlock) => ('text' in block ? block.text : block.kind === 'PAGE_BREAK' ? block.label : ''),
  spans: ({ block }: PlacedBlock) => ('spans' in block ? block.spans : []),
  isOrdered: ({ block }: PlacedBlock) => (block.kind === 'LIST' ? block.isOrdered : null),
  items: ({ block }: PlacedBlock) => (block.kind === 'LIST' ? block.items : null),
  rows: ({ block }: PlacedBlock) => (block.kind === 'TABLE' ? block.rows.map((cells) => ({ cells })) : null),
  caption: ({ block }: PlacedBlock) => ('caption' in block ? block.caption : null),
  label: ({ block }: PlacedBlock) => (block.kind === 'NOTE' ? block.label : null),
};

export const TextSpan = { math: ({ math }: { math?: boolean }) => math ?? false };
export const OutlineEntry = { blockId: (entry: Heading) => blockIdOf(entry) };
