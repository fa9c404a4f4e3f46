import { mentionTypes, type Message } from '../analysis/article';
import { message } from '../analysis/message';

/** One label a person may give. */
export interface Label {
  readonly name: string;
  /** A colour of the editor's theme: `charts.blue`, `dateline.person`. */
  readonly color?: string;
  /** The digit that gives this label, 1–9. */
  readonly key?: string;
  readonly description?: string;
}

/** `.dateline/schema.json`. */
export interface LabelSchema {
  readonly labels: readonly Label[];
}

const themeColors = ['charts.blue', 'charts.orange', 'charts.green', 'charts.purple', 'charts.red'];

export const defaultSchema: LabelSchema = {
  labels: mentionTypes.map((name, index) => ({
    name,
    color: themeColors[index]!,
    key: String(index + 1),
  })),
};

/**
 * Reads the text of `schema.json`. What is wrong is reported and left out; without one good label, or where
 * the text is no JSON, the default labels stand. `schemas/dateline-schema.json` says the same to the editor.
 */
export function parseSchema(text: string): {
  readonly schema: LabelSchema;
  readonly problems: readonly Message[];
} {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { schema: defaultSchema, problems: [message('The label schema is not JSON.')] };
  }
  const given = (value as { labels?: unknown } | null)?.labels;
  if (!Array.isArray(given)) {
    return { schema: defaultSchema, problems: [message('The label schema has no list "labels".')] };
  }
  const problems: Message[] = [];
  const labels: Label[] = [];
  const keys = new Set<string>();
  for (const [index, entry] of given.entries()) {
    const label = readLabel(entry);
    if (!label || labels.some(({ name }) => name === label.name)) {
      problems.push(message('Label {0} has no name of its own without spaces.', index + 1));
      continue;
    }
    const { key, ...keyless } = label;
    const free = key !== undefined && /^[1-9]$/.test(key) && !keys.has(key);
    if (key !== undefined && !free) {
      problems.push(message('The key of {0} is not a free digit from 1 to 9.', label.name));
    }
    if (free) keys.add(key);
    labels.push(free ? label : keyless);
  }
  return { schema: labels.length > 0 ? { labels } : defaultSchema, problems };
}

function readLabel(entry: unknown): Label | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { name, color, key, description } = entry as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || !/^[^\s\d]\S*$/.test(name)) return undefined;
  return {
    name,
    ...(typeof color === 'string' ? { color } : {}),
    ...(typeof key === 'string' ? { key } : {}),
    ...(typeof description === 'string' ? { description } : {}),
  };
}
