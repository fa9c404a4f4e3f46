import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { analyze } from './analyze';
import { clean } from './clean';
import { evaluate, evaluationTasks } from './evaluate/evaluate';
import { type Input, readNdjson, readPaths } from './inputs';

const wrongUse = 2;

/** A lone `--` or `-` in place of paths means NDJSON on stdin. */
const stdinMark = '-';

function inputsOf(paths: readonly string[]): AsyncIterable<Input> {
  return paths.length === 1 && paths[0] === stdinMark
    ? readNdjson(process.stdin, 'stdin')
    : readPaths(paths);
}

/** Command-line arguments with a closing `--` turned into the mark, because parsers drop it. */
function withStdinMark(argv: readonly string[]): string[] {
  return argv.at(-1) === '--' ? [...argv.slice(0, -1), stdinMark] : [...argv];
}

function createProgram(finish: (code: number) => void): Command {
  const program = new Command('dateline')
    .description(
      'Analyses news texts: structure, boilerplate, names, dates and the events they report.',
    )
    .version(version)
    .exitOverride()
    .showHelpAfterError('(dateline --help shows how to use it)');

  program
    .command('analyze')
    .description('events, articles and names of the texts under PATH')
    .argument('<path...>', 'files or folders; "--" reads NDJSON {"id","text"} from stdin')
    .option('--json', 'NDJSON, one article a line, events last', false)
    .option('--no-events', 'do not group articles by event')
    .action(async (paths: string[], options: { json: boolean; events: boolean }) => {
      finish(await analyze(inputsOf(paths), options));
    });

  program
    .command('clean')
    .description('the articles under PATH without boilerplate')
    .argument('<path...>', 'files or folders; "--" reads NDJSON {"id","text"} from stdin')
    .action(async (paths: string[]) => {
      finish(await clean(inputsOf(paths)));
    });

  program
    .command('eval')
    .description('how well the analysis does on gold data')
    .addOption(
      new Option('--task <task>', 'what to measure').choices(evaluationTasks).makeOptionMandatory(),
    )
    .argument('<gold>', 'NDJSON with gold labels')
    .action(async (gold: string, { task }: { task: string }) => {
      await evaluate(task, gold);
    });

  return program;
}

async function main(): Promise<void> {
  // A reader that has seen enough, such as `head`, is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  const program = createProgram((code) => {
    process.exitCode = code;
  });
  try {
    await program.parseAsync(withStdinMark(process.argv));
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : wrongUse;
    } else {
      process.stderr.write(`dateline: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  }
}

void main();
