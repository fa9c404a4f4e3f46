import { SaxesParser } from 'saxes';
import { escapeXml } from './escapeXml';

export interface XmlElement {
  /** With its prefix, as written. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Like `escapeXml`, but plain line feeds and tabs stay: for text that a person may read in the file. */
export function escapeXmlText(value: string): string {
  return escapeXml(value).replace(/&#10;/g, '\n').replace(/&#9;/g, '\t');
}

/** Reads XML into a light tree; undefined if it is not well-formed. Entities of a DTD are not expanded. */
export function readXml(source: string): XmlElement | undefined {
  interface Open extends XmlElement {
    readonly children: (XmlElement | string)[];
  }
  const top: Open = { name: '', attributes: {}, children: [] };
  const stack: Open[] = [top];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes, children: [] };
    stack.at(-1)!.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => stack.pop());
  const addText = (piece: string): void => {
    stack.at(-1)!.children.push(piece);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  try {
    parser.write(source.replace(/^\uFEFF/, '')).close();
  } catch {
    return undefined;
  }
  return top.children.find((child) => typeof child !== 'string');
}

/** All elements of a tree, in document order, without recursion. */
export function elements(root: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const open: XmlElement[] = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    found.push(element);
    const inner = element.children.filter((child) => typeof child !== 'string');
    open.push(...inner.reverse());
  }
  return found;
}
