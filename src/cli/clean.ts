import { cleanText } from '../analysis/cleanText';
import { analyseAll } from './analyseAll';
import { withFolderPass } from './folderPass';
import type { Input } from './inputs';

/**
 * `dateline clean`: the articles without boilerplate, lines that many of them hold included. Returns the exit code.
 */
export async function clean(inputs: AsyncIterable<Input>): Promise<number> {
  const { held, code } = await analyseAll(inputs, (article) => article);
  for (const [i, { input, analysed }] of withFolderPass(held).entries()) {
    const text = cleanText(input.text, analysed.article.lines);
    process.stdout.write(i === 0 ? text : `\n${text}`);
  }
  return code;
}
