import type { Rect, Upright } from './upright.ts';

/** A picture on a page. */
export interface Figure {
  /** How the page's author described it; empty where nobody did. */
  readonly text: string;
  /** Where it is seen; null as long as nobody looked or can tell. */
  readonly place: Rect | null;
  /** The numbers by which the page marks what it draws of it. */
  readonly marks: readonly number[];
}

interface StructNode {
  readonly role?: string;
  readonly alt?: string;
  readonly bbox?: Rect;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly unknown[];
}

/** A page's own marks; those of a drawing within it have the name of another object. */
const MARK = /_mc(\d+)$/;

/** The figures of a page's tree of tags that say what they show, as they come there. */
export function* describedFigures(node: StructNode, upright: Upright): Generator<Figure> {
  const text = node.role === 'Figure' ? node.alt?.trim() : undefined;
  if (text) yield { text, place: placeSaid(node, upright), marks: [...marksOf(node)] };
  for (const child of childrenOf(node)) yield* describedFigures(child, upright);
}

/** A box whose corner is that of the page is only a size, as pdf.js tells it. */
function placeSaid({ bbox }: StructNode, upright: Upright): Rect | null {
  if (!bbox || bbox.length !== 4 || !bbox.every(Number.isFinite)) return null;
  const [left, low, right, high] = bbox;
  return (left === 0 && low === 0) || right <= left || high <= low ? null : upright.rect(bbox);
}

function* marksOf(node: StructNode): Generator<number> {
  const mark = node.type === 'content' ? MARK.exec(node.id ?? '')?.[1] : undefined;
  if (mark !== undefined) yield Number(mark);
  for (const child of childrenOf(node)) yield* marksOf(child);
}

const childrenOf = ({ children = [] }: StructNode): StructNode[] =>
  children.filter((child): child is StructNode => typeof child === 'object' && child !== null);
