import colors from 'picocolors';
import { Corpus } from '../corpus/index';
import { analyseAll } from './analyseAll';
import { plain } from './human';
import type { Input } from './inputs';
import { print } from './print';

/** `dateline search`: the articles that a query finds, best first, with their events. Returns the exit code. */
export async function search(
  query: string,
  inputs: AsyncIterable<Input>,
  { json, limit }: { readonly json: boolean; readonly limit: number },
): Promise<number> {
  const { held, code } = await analyseAll(inputs, ({ analysed }) => analysed.entry);
  const corpus = new Corpus();
  corpus.apply(held, []);
  for (const { id, score } of corpus.search(query, limit)) {
    const { title, source, day } = corpus.article(id)!.card;
    const event = corpus.eventOf(id);
    if (json) {
      await print({
        path: id,
        title,
        source: source ?? null,
        day: day ?? null,
        event: event?.id ?? null,
        score,
      });
    } else {
      const facts = [source, day, event && event.articles.length > 1 && `event: ${event.title}`];
      console.log(`${colors.bold(plain(title))}\n  ${plain(id)}`);
      console.log(colors.dim(`  ${plain(facts.filter(Boolean).join(' · '))}`));
    }
  }
  return code;
}
