import { childOf, childrenOf, findFirst } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';

/** What a paragraph style means for the one who reads. */
export interface ParagraphStyle {
  /** Of a heading, from 1. */
  readonly level: number | null;
  readonly list: { readonly numId: string; readonly depth: number } | null;
}

export interface Styles {
  of(styleId: string | undefined): ParagraphStyle;
  readonly language: string;
}

const PLAIN: ParagraphStyle = { level: null, list: null };
const BASED_ON_MAX = 20;

export const value = (node: MarkupNode | undefined): string | undefined => node?.attributes['val'];

/** Reads the styles; a heading is what says so by its outline level or by its name, also in Korean, or what is based on one. */
export function parseStyles(root: MarkupNode | undefined): Styles {
  const nodes = new Map(
    childrenOf(root && findFirst(root, 'styles'), 'style').map((style) => [style.attributes['styleId'] ?? '', style]),
  );
  const known = new Map<string, ParagraphStyle>();
  const resolve = (id: string | undefined, depth = 0): ParagraphStyle => {
    const node = id === undefined ? undefined : nodes.get(id);
    if (!node || id === undefined || depth > BASED_ON_MAX) return PLAIN;
    const before = known.get(id);
    if (before) return before;
    const parent = resolve(value(childOf(node, 'basedOn')), depth + 1);
    const own = ownStyle(node);
    const style = { level: own.level ?? parent.level, list: own.list ?? parent.list };
    known.set(id, style);
    return style;
  };
  const language = (root && findFirst(root, 'lang')?.attributes['val']) || 'und';
  return { of: resolve, language };
}

function ownStyle(node: MarkupNode): ParagraphStyle {
  const properties = childOf(node, 'pPr');
  const name = value(childOf(node, 'name')) ?? '';
  const named = /^(?:heading|제목)\s*([1-9])$/i.exec(name)?.[1];
  const level = named ? Number(named) : /^title$/i.test(name) ? 1 : outlineLevel(properties);
  return { level, list: listOf(properties) };
}

/** 9 means text. */
export function outlineLevel(properties: MarkupNode | undefined): number | null {
  const level = Number(value(childOf(properties, 'outlineLvl')) ?? 9);
  return Number.isInteger(level) && level >= 0 && level < 9 ? level + 1 : null;
}

export function listOf(properties: MarkupNode | undefined): ParagraphStyle['list'] {
  const numbering = childOf(properties, 'numPr');
  const numId = value(childOf(numbering, 'numId'));
  if (!numId || numId === '0') return null;
  return { numId, depth: Math.min(8, Number(value(childOf(numbering, 'ilvl')) ?? 0) || 0) };
}
