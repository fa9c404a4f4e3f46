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
