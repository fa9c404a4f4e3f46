import { cleanText } from '../analysis/cleanText';
import { createEngine } from './engine';
import type { Input } from './inputs';
import { Progress } from './progress';

/** `dateline clean`: the articles without boilerplate, parted by a line of the path. Returns the exit code. */
export async function clean(inputs: AsyncIterable<Input>): Promise<number> {
  const engine = createEngine();
  const progress = new Progress();
  let printed = 0;
  try {
    for await (const result of engine.analyse(inputs)) {
      progress.note(result);
      if (result.kind !== 'analysed') continue;
      const text = cleanText(result.input.text, result.analysed.article.lines);
      process.stdout.write(printed++ === 0 ? text : `\n${text}`);
    }
    progress.end();
  } finally {
    engine.close();
  }
  return progress.failed > 0 ? 1 : 0;
}
