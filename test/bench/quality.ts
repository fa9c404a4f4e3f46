import { existsSync, readFileSync } from 'node:fs';
import { boilerplateQuality } from './boilerplate-quality';
import { describeResult, measureEntities } from './entities-quality';
import { loadEventSets, measureEvents } from './events-quality';

/** How good the shipped models are on development data. The data is not part of this repository. */
const shared = '../shared';

if (!existsSync(shared)) {
  console.log(`${shared} is not here: there is nothing to measure on.`);
} else {
  console.log('Names: exact spans, F1 (development data)\n');
  console.log('| set | system | micro | with MISC | PER | ORG | LOC | MISC | overlap | words/s |');
  for (const result of measureEntities(shared, readFileSync('models/entities.bin'))) {
    console.log(describeResult(result));
  }

  console.log('\nBoilerplate and structure (validation part)\n');
  const lines = boilerplateQuality(`${shared}/corpora/boilerplate`, 'models/boilerplate.bin');
  console.log(lines.join('\n'));

  console.log(
    '\nEvents: B-cubed F1, folders exactly right, pairs wrongly merged (development data)\n',
  );
  const percent = (share: number | undefined): string =>
    share === undefined ? '' : (100 * share).toFixed(1);
  for (const { name, f1, exact, wronglyMerged } of measureEvents(
    loadEventSets(`${shared}/corpora/events`)!,
  )) {
    console.log(
      [name.padEnd(48), ...[f1, exact, wronglyMerged].map((x) => percent(x).padStart(6))].join(' '),
    );
  }
}
