import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { analyze, type AnalyzeOptions } from './analyze';
import { clean } from './clean';
import { exportArticles, type ExportOptions } from './export';
import { evaluate, evaluationTasks } from './evaluate/evaluate';
import { formats } from '../formats/formats';
import { group } from './group';
import { importAnnotations, type ImportOptions } from './import';
import { type Input, readNdjson, readPaths } from './inputs';
import { search } from './search';

const wrongUse = 2;

/** A lone `--` or `-` in place of paths means NDJSON on stdin. */
const stdinMark = '-';

function inputsOf(paths: readonly string[]): AsyncIterable<Input> {
  return isStdin(paths) ? readNdjson(process.stdin, 'stdin') : readPaths(paths);
}

function isStdin(paths: readonly string[]): boolean {
  return paths.length === 1 && paths[0] === stdinMark;
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
    .option('--features', 'with --json: add what "dateline group" needs', false)
    .action(async (paths: string[], options: AnalyzeOptions) => {
      finish(await analyze(inputsOf(paths), options));
    });

  program
    .command('search')
    .description('the articles under PATH that a query finds')
    .argument('<query>', 'words to look for in titles, names and bodies')
    .argument('<path...>', 'files or folders')
    .option('--json', 'NDJSON, one article a line', false)
    .option('--limit <n>', 'how many articles at most', Number, 20)
    .action(async (query: string, paths: string[], options: { json: boolean; limit: number }) => {
      finish(await search(query, inputsOf(paths), options));
    });

  program
    .command('group')
    .description('the events of articles that were analysed elsewhere')
    .argument('<file...>', 'NDJSON of "analyze --json --features"; "--" reads it from stdin')
    .action(async (files: string[]) => {
      finish(await group(files, isStdin(files)));
    });

  program
    .command('clean')
    .description('the articles under PATH without boilerplate')
    .argument('<path...>', 'files or folders; "--" reads NDJSON {"id","text"} from stdin')
    .action(async (paths: string[]) => {
      finish(await clean(inputsOf(paths)));
    });

  const format = (): Option =>
    new Option('--format <format>', 'the format of the field')
      .choices(formats.map(({ id }) => id))
      .makeOptionMandatory();

  program
    .command('export')
    .description('the articles under PATH, with what people decided about them, in another format')
    .argument('<path...>', 'files or folders')
    .addOption(format())
    .requiredOption('--out <folder>', 'where the files go')
    .option('--layer <name...>', 'only the decisions of these annotators')
    .option('--no-events', 'do not group articles by event')
    .action(async (paths: string[], options: ExportOptions) => {
      finish(await exportArticles(inputsOf(paths), options));
    });

  program
    .command('import')
    .description('annotations of another tool as decisions on the articles of a folder')
    .argument('<file...>', 'files of the format')
    .addOption(format())
    .requiredOption('--into <folder>', 'the folder of the articles; missing ones are written there')
    .option('--by <name>', 'whose decisions they become where the files name no one', 'import')
    .option('--repair', 'read offsets in the unit in which they fit their words', false)
    .action(async (files: string[], options: ImportOptions) => {
      finish(await importAnnotations(files, options));
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
