import type { RootHookObject } from 'mocha';
import { endSession } from './session';
import { Workbench } from './workbench';

/** A picture after each test, and one end for the shared server and browser. */
export const mochaHooks: RootHookObject = {
  async afterEach(this: Mocha.Context) {
    const { currentTest } = this;
    if (!currentTest) return;
    const title = currentTest.titlePath().join(' ');
    await Workbench.current?.screenshot(currentTest.isPassed() ? title : `${title} (failed)`);
  },
  async afterAll() {
    await endSession();
  },
};
