import type { Fields } from '../../../lib/drafts/index.ts';
import type { BlockKind, BlockPartsFragment, CorrectBlockInput } from '../../../lib/graph/generated/graphql.ts';

/** One text of a block that can be corrected by itself. */
export interface DraftText {
  readonly path: readonly number[];
  readonly text: string;
}

/** What somebody has in mind for a block and has not saved yet. */
export interface Draft {
  readonly kind: BlockKind;
  readonly level: number;
  readonly texts: readonly DraftText[];
}

export const KINDS: readonly BlockKind[] = [
  ...(['HEADING', 'PARAGRAPH', 'LIST', 'TABLE', 'FIGURE', 'MATH', 'NOTE', 'PAGE_BREAK'] as const),
];
const FIRST_LEVEL = 2;

/** The texts of a block, each with the way to it. */
export function textsOf(block: BlockPartsFragment): DraftText[] {
  if (block.kind === 'LIST') return (block.items ?? []).map(({ text }, at) => ({ path: [at], text }));
  if (block.kind === 'TABLE')
    return (block.rows ?? []).flatMap(({ cells }, row) => cells.map(({ text }, cell) => ({ path: [row, cell], text })));
  return [{ path: [], text: block.text }];
}

export const draftOf = (block: BlockPartsFragment): Draft => ({
  kind: block.kind,
  level: block.level ?? FIRST_LEVEL,
  texts: textsOf(block),
});

/** A draft as a form keeps it, field by field. */
export const fieldsOf = ({ kind, level, texts }: Draft): Fields => ({
  kind,
  level: String(level),
  ...Object.fromEntries(texts.map(({ path, text }) => [fieldOf(path), text])),
});

/** What was kept of a draft of a block; what can be no draft of it is as the block has it. */
export function draftFrom(block: BlockPartsFragment, fields: Fields): Draft {
  const own = draftOf(block);
  return {
    kind: KINDS.find((kind) => kind === fields['kind']) ?? own.kind,
    level: Number(fields['level']) || own.level,
    texts: own.texts.map(({ path, text }) => ({ path, text: fields[fieldOf(path)] ?? text })),
  };
}

const fieldOf = (path: readonly number[]) => `text ${path.join('.')}`;

type Change = Omit<CorrectBlockInput, 'blockId' | 'expectedVersion'>;

/** The corrections that make a block what a draft says: text by text, then its kind. None when nothing differs. */
export function changesOf(block: BlockPartsFragment, draft: Draft): Change[] {
  const before = textsOf(block);
  const changes: Change[] = draft.texts.flatMap(({ path, text }, at) =>
    text === before[at]?.text ? [] : [{ path: [...path], text }],
  );
  const isOther = draft.kind !== block.kind || (draft.kind === 'HEADING' && draft.level !== block.level);
  if (isOther) changes.push({ kind: draft.kind, ...(draft.kind === 'HEADING' ? { level: draft.level } : {}) });
  return changes;
}
