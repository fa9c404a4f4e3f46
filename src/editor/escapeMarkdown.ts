/**
 * Makes any text literal in Markdown: every ASCII punctuation mark is escaped (CommonMark 6.1 allows all of
 * them to be), so no emphasis, link, image, HTML, autolink or icon can come of it; white space becomes one space.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/g, '\\$&');
}
