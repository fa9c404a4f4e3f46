import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import ts from 'typescript';

/** Calls whose first argument is shown to a person, in the person's language. */
const translating = /^(?:vscode\.l10n\.t|l10n\.t|message)$/;

function literals(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) {
    return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  }
  if (ts.isParenthesizedExpression(node)) return literals(node.expression);
  return [];
}

/** Every English string of the source that is translated when it is shown. */
export function uiStrings(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of globSync('src/**/*.ts')) {
    const text = readFileSync(path, 'utf8');
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && translating.test(node.expression.getText(source))) {
        const [first] = node.arguments;
        for (const literal of first ? literals(first) : []) found.add(literal);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}
