import { spawn } from 'node:child_process';

/** All stages of `npm test`, cheapest first; `npm test -- unit ui` runs the named ones. */
const stages: Record<string, string> = {
  types: 'tsc --noEmit && tsc -p src/webview',
  lint: 'eslint .',
  format: 'prettier --check --log-level warn .',
  package: 'npm run --silent package',
  unit: 'npm run --silent test:unit',
  api: 'tsx test/host/run.ts api',
  ui: 'tsx test/host/run.ts ui',
};

interface Outcome {
  passed: number;
  failed: number;
}

/** Runs a stage; its tests count one by one, a stage without tests counts as one. */
function run(name: string, command: string): Promise<Outcome> {
  console.log(`\n▸ ${name}: ${command}`);
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      output += chunk.toString();
    });
    child.on('close', (code) => {
      const { passed, failed } = summed(output);
      const hasTests = passed + failed > 0;
      if (code === 0) resolve({ passed: hasTests ? passed : 1, failed });
      else resolve({ passed, failed: Math.max(failed, 1) });
    });
  });
}

/** What the last run of mocha in an output says: a stage may have taken a second chance. */
function summed(output: string): Outcome {
  // eslint-disable-next-line no-control-regex -- mocha colours its words
  const plain = output.replaceAll(/\x1b\[[\d;]*m/g, '');
  const last = [...plain.matchAll(/^ *(\d+) passing\b/gm)].at(-1);
  const failed = /^ *(\d+) failing\b/m.exec(plain.slice(last?.index ?? 0));
  return { passed: Number(last?.[1] ?? 0), failed: Number(failed?.[1] ?? 0) };
}

async function main(names: string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in stages));
  if (unknown.length > 0) throw new Error(`Stages are ${Object.keys(stages).join(', ')}.`);
  const chosen = Object.entries(stages).filter(
    ([name]) => names.length === 0 || names.includes(name),
  );
  const total: Outcome = { passed: 0, failed: 0 };
  const summary: string[] = [];
  for (const [name, command] of chosen) {
    const start = Date.now();
    const { passed, failed } = await run(name, command);
    total.passed += passed;
    total.failed += failed;
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    summary.push(
      `${failed > 0 ? '✖' : '✔'} ${name}: ${passed} passed, ${failed} failed, ${seconds} s`,
    );
  }
  console.log(`\n${summary.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

void main(process.argv.slice(2));
