import { SaxesParser } from 'saxes';
import { ReadingError } from '../reading-error.ts';
import { DEPTH_MAX, NODES_MAX } from './node.ts';
import type { MarkupNode } from './node.ts';

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (MarkupNode | string)[];
}

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML. Entities that a document declares are not expanded and nothing outside is opened: a document that needs them is
 * refused. @throws ReadingError DAMAGED or TOO_LARGE.
 */
export function parseXml(xml: string): MarkupNode {
  const root: Open = { name: '#document', attributes: {}, children: [] };
  const open: Open[] = [root];
  let count = 0;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw new ReadingError('DAMAGED', `The XML is broken: ${error.message}`);
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw new ReadingError('DAMAGED', 'The XML declares entities of its own.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (count > NODES_MAX || open.length > DEPTH_MAX)
      throw new ReadingError('TOO_LARGE', 'The XML has too many elements.');
    const plain = Object.entries(attributes).map(([key, value]): [string, string] => [withoutPrefix(key), value]);
    open.push({ name: withoutPrefix(name), attributes: Object.fromEntries(plain), children: [] });
  });
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => open.at(-1)?.children.push(text));
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed) open.at(-1)?.children.push(closed);
  });
  parser.write(xml.replace(/^\ufeff/, '')).close();
  return root;
}
