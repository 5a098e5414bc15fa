import { SaxesParser } from 'saxes';

export interface XmlElement {
  readonly uri: string;
  readonly name: string;
  /** Without a namespace; the others say nothing to PEF. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly elements: readonly XmlElement[];
  /** Its own, without that of its elements. */
  readonly text: string;
}

interface Open {
  readonly uri: string;
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly elements: Open[];
  text: string;
}

/** The root of an XML file, by its namespaces. @throws Error where it is not well-formed. */
export function parseStrictly(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const file: Open = { uri: '', name: '#document', attributes: {}, elements: [], text: '' };
  const open = [file];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const plain = Object.values(attributes).filter((one) => one.uri === '');
    const element = { uri, name: local, attributes: Object.fromEntries(plain.map((one) => [one.local, one.value])) };
    const opened: Open = { ...element, elements: [], text: '' };
    open.at(-1)?.elements.push(opened);
    open.push(opened);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  const [root] = file.elements;
  if (!root) throw new Error('The file has no element.');
  return root;
}
