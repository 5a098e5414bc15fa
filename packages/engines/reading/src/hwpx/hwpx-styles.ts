import type { Emphasis } from '../block.ts';
import { childOf, findAll } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';
import type { Shift } from '../shifted.ts';

/** What the styles of a document mean for the one who reads. */
export interface HwpxStyles {
  /** Of a heading, from 1; null for text. */
  levelOf(paragraph: Readonly<Record<string, string>>): number | null;
  emphasesOf(characterStyle: string | undefined): readonly Emphasis[];
  /** Null for what stands on the line. */
  shiftOf(characterStyle: string | undefined): Shift | null;
}

const LEVELS_MAX = 6;

/** Reads the header. A heading is a paragraph of an outline (개요), by its own properties or by the name of its style. */
export function parseHwpxStyles(header: MarkupNode | undefined): HwpxStyles {
  const characters = new Map<string, readonly Emphasis[]>();
  const shifts = new Map<string, Shift>();
  const paragraphs = new Map<string, number>();
  const styles = new Map<string, number>();
  if (header) {
    for (const node of findAll(header, 'charPr')) {
      const id = node.attributes['id'] ?? '';
      characters.set(id, emphasesIn(node));
      if (childOf(node, 'supscript')) shifts.set(id, 'UP');
      else if (childOf(node, 'subscript')) shifts.set(id, 'DOWN');
    }
    for (const node of findAll(header, 'paraPr')) {
      const heading = childOf(node, 'heading')?.attributes;
      if (heading?.['type'] === 'OUTLINE')
        paragraphs.set(node.attributes['id'] ?? '', Number(heading['level'] ?? 0) + 1);
    }
    for (const { attributes } of findAll(header, 'style')) {
      const level = /^(?:개요|제목|outline|heading)\s*(\d)$/i.exec(
        attributes['name'] ?? attributes['engName'] ?? '',
      )?.[1];
      if (level) styles.set(attributes['id'] ?? '', Number(level));
    }
  }
  return {
    levelOf: ({ paraPrIDRef, styleIDRef }) => {
      const level = styles.get(styleIDRef ?? '') ?? paragraphs.get(paraPrIDRef ?? '');
      return level === undefined ? null : Math.min(LEVELS_MAX, Math.max(1, level));
    },
    emphasesOf: (id) => characters.get(id ?? '') ?? [],
    shiftOf: (id) => shifts.get(id ?? '') ?? null,
  };
}

const isDrawn = (node: MarkupNode | undefined) =>
  node !== undefined && !/^(NONE|3D)$/i.test(node.attributes['type'] ?? node.attributes['shape'] ?? 'NONE');

function emphasesIn(node: MarkupNode): Emphasis[] {
  const strike = childOf(node, 'strikeout');
  return [
    ...(childOf(node, 'bold') ? ['BOLD' as const] : []),
    ...(childOf(node, 'italic') ? ['ITALIC' as const] : []),
    ...(isDrawn(childOf(node, 'underline')) ? ['UNDERLINE' as const] : []),
    ...(isDrawn(strike) ? ['STRIKE' as const] : []),
    ...((node.attributes['symMark'] ?? 'NONE') === 'NONE' ? [] : ['EMPHASIS' as const]),
  ];
}
