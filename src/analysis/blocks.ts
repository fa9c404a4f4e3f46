import { isBoilerplate, type Line, type Span } from './article';

/** Neighbouring boilerplate lines, taken together; blank lines between them belong to the block. */
export interface BoilerplateBlock extends Span {
  /** Zero-based, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly lines: readonly Line[];
}

/** The runs of boilerplate of an article, in order. */
export function boilerplateBlocks(lines: readonly Line[]): BoilerplateBlock[] {
  const runs: Line[][] = [];
  let open: Line[] | undefined;
  for (const line of lines) {
    if (!isBoilerplate(line.kind)) {
      open = undefined;
    } else if (open) {
      open.push(line);
    } else {
      open = [line];
      runs.push(open);
    }
  }
  return runs.map((run) => {
    const first = run[0]!;
    const last = run.at(-1)!;
    return {
      start: first.start,
      end: last.end,
      firstLine: first.number,
      lastLine: last.number,
      lines: run,
    };
  });
}
