import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventedReport } from '../invented';
import { temporaryFolder } from '../temporary';
import { articles } from './articles';
import { Workbench } from './workbench';

const western = `Jörgen’s mill burns\n${inventedReport(7, 0)}`;
const warning = 'the file has another encoding';

describe('A window that is opened again', () => {
  it('analyses no unchanged file anew, and still warns of one that is not UTF-8', async () => {
    const folder = join(temporaryFolder('kept'), 'articles');
    cpSync(articles, folder, { recursive: true });
    writeFileSync(join(folder, 'western.txt'), Buffer.from(western, 'latin1'));
    const window = await Workbench.open({ folder });
    await window.openView('Dateline');
    await window.indexed();
    const isWarned = (text: string): boolean => text.includes(warning);
    await window.report('five analysed', (text) => /\b5\s+articles/.test(text) && isWarned(text));
    await window.reload();
    await window.openView('Dateline');
    await window.indexed();
    await window.report(
      'five unchanged',
      (text) => /\b5\s+of them unchanged since last time/.test(text) && isWarned(text),
    );
  });
});
