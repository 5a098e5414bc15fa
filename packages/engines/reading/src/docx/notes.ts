import type { NumberFormat } from '../lists/number-formats.ts';
import { childOf, childrenOf, elementsOf, findAll, findFirst, findOwn, wordsOf } from '../markup/node.ts';
import type { MarkupNode } from '../markup/node.ts';
import { formatOf } from './numbering.ts';
import { value } from './styles.ts';

/** The notes of a document by the references to them. */
export interface Notes {
  /** Those that a part of the body names, each with its mark. Parts are asked for once, in reading order: marks are counted. */
  namedIn(node: MarkupNode): { readonly label: string; readonly note: MarkupNode }[];
}

interface NoteFiles {
  readonly body: MarkupNode;
  readonly footnotes: MarkupNode | undefined;
  readonly endnotes: MarkupNode | undefined;
  readonly settings: MarkupNode | undefined;
}

/** Deleted references count for nothing, and those of text boxes are read with their boxes. */
const ELSEWHERE = /^(Fallback|txbxContent|del|moveFrom)$/;

export function createNotes({ body, footnotes, endnotes, settings }: NoteFiles): Notes {
  const kinds = [
    createKind('footnote', footnotes, { body, settings, usual: 'decimal' }),
    createKind('endnote', endnotes, { body, settings, usual: 'lowerRoman' }),
  ];
  return { namedIn: (node) => kinds.flatMap((kind) => kind.namedIn(node)) };
}

/** Footnotes, or endnotes: each are counted for themselves. */
function createKind(name: string, root: MarkupNode | undefined, { body, settings, usual }: NumberSource): Notes {
  const notes = new Map((root ? [...findAll(root, name)] : []).map((note) => [note.attributes['id'], note]));
  const { format, start } = numbersOf(
    findFirst(body, `${name}Pr`) ?? (settings && findFirst(settings, `${name}Pr`)),
    usual,
  );
  let number = start;
  const labelOf = (run: MarkupNode, reference: MarkupNode) =>
    isMarkedByHand(reference) ? wordsAfter(run, reference) : format(number++);
  return {
    namedIn: (node) =>
      [...findOwn(node, 'r', ELSEWHERE)].flatMap((run) =>
        childrenOf(run, `${name}Reference`).flatMap((reference) => {
          // One whose note is not in the file counts: its number is in print.
          const label = labelOf(run, reference);
          const note = notes.get(reference.attributes['id']);
          return note ? [{ label, note }] : [];
        }),
      ),
  };
}

interface NumberSource {
  readonly body: MarkupNode;
  readonly settings: MarkupNode | undefined;
  /** How Word writes them where nothing is said (ECMA-376 17.11.17, 17.11.18). */
  readonly usual: string;
}

function numbersOf(properties: MarkupNode | undefined, usual: string): { format: NumberFormat; start: number } {
  const start = Number.parseInt(value(childOf(properties, 'numStart')) ?? '1', 10);
  return { format: formatOf(value(childOf(properties, 'numFmt')) ?? usual), start: Number.isNaN(start) ? 1 : start };
}

const isMarkedByHand = ({ attributes }: MarkupNode): boolean =>
  /^(1|true|on)$/.test(attributes['customMarkFollows'] ?? '');

/** A mark that its author wrote follows its reference. */
const wordsAfter = (run: MarkupNode, reference: MarkupNode): string => {
  const children = elementsOf(run);
  return children
    .slice(children.indexOf(reference) + 1)
    .map(wordsOf)
    .join('')
    .trim();
};
