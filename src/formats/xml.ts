import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** With its prefix, as written. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/**
 * Text for an attribute or an element. Line ends and tabs become references, or readers would change them; what XML
 * cannot hold at all becomes U+FFFD, code unit for code unit, so that offsets stand.
 */
export function escapeXml(value: string): string {
  return value
    .replace(/[&<>"\n\r\t]/g, (sign) => references[sign]!)
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (sign) =>
      sign >= '\x7f' && sign <= '\x9f' ? sign : '\uFFFD',
    );
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
