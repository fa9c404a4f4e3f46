import type { RootHookObject } from 'mocha';
import { endSession } from './session';
import { Workbench } from './workbench';

/** A real window now and then loses a click: a test has a second chance, and the log says that it took it. */
const done = new Set<string>();

/** A picture after each test, and one end for the shared server and browser. */
export const mochaHooks: RootHookObject = {
  async afterEach(this: Mocha.Context) {
    const { currentTest } = this;
    if (!currentTest) return;
    const title = currentTest.titlePath().join(' ');
    if (done.has(title)) console.log(`    (a second time: ${title})`);
    done.add(title);
    await Workbench.current?.screenshot(title);
  },
  async afterAll() {
    await endSession();
  },
};
