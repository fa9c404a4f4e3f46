import { cleanText } from '../analysis/cleanText';
import { createEngine } from './engine';
import { withFolderPass, type AnalysedResult } from './folderPass';
import type { Input } from './inputs';
import { Progress } from './progress';

/**
 * `dateline clean`: the articles without boilerplate, lines that many of them hold included. Returns the exit code.
 */
export async function clean(inputs: AsyncIterable<Input>): Promise<number> {
  const engine = createEngine();
  const progress = new Progress();
  const held: AnalysedResult[] = [];
  try {
    for await (const result of engine.analyse(inputs)) {
      progress.note(result);
      if (result.kind === 'analysed') held.push(result);
    }
    progress.end();
    for (const [i, { input, analysed }] of withFolderPass(held).entries()) {
      const text = cleanText(input.text, analysed.article.lines);
      process.stdout.write(i === 0 ? text : `\n${text}`);
    }
  } finally {
    engine.close();
  }
  return progress.failed > 0 ? 1 : 0;
}
