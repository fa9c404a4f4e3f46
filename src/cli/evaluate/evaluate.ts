import { createEngine } from '../engine';
import { evaluateBoilerplateFile } from './boilerplate';
import { evaluateEntities } from './entities';
import { evaluateEvents } from './events';
import type { Analyse } from './gold';

const tasks: Readonly<Record<string, (path: string, analyse: Analyse) => Promise<string>>> = {
  entities: evaluateEntities,
  boilerplate: evaluateBoilerplateFile,
  events: evaluateEvents,
};

export const evaluationTasks = Object.keys(tasks);

/** `dateline eval`: prints the figures of a task on a gold file. */
export async function evaluate(task: string, gold: string): Promise<void> {
  const engine = createEngine();
  try {
    console.log(await tasks[task]!(gold, (inputs) => engine.analyse(inputs)));
  } finally {
    engine.close();
  }
}
