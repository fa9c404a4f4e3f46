const { defineConfig, globalIgnores } = require('eslint/config');
const tseslint = require('typescript-eslint');
const { configs: regexp } = require('eslint-plugin-regexp');
const prettier = require('eslint-config-prettier');

/** The rooms in the order of the data's way; a room may import only from rooms before it. */
const rooms = [
  ['analysis'],
  ['corpus'],
  ['annotations', 'formats'],
  ['worker', 'workspace'],
  ['editor', 'views', 'commands', 'tools'],
];

const laterRooms = (depth) =>
  rooms
    .slice(depth + 1)
    .flat()
    .concat('cli', 'extension', 'extension.web');

/** Rooms at depth 0–2 are pure: text in, data out. */
const pureDepth = 2;

const roomRules = rooms.flatMap((names, depth) =>
  names.map((name) => ({
    files: [`src/${name}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${laterRooms(depth).join('|')})(/|$)`,
              message: 'Rooms point one way: see ARCHITECTURE.md.',
            },
            ...(depth <= pureDepth
              ? [
                  {
                    regex: '^(vscode|node:.*|fs|path|os|crypto|worker_threads|url|util|buffer)$',
                    message: 'This room is pure: no editor, no Node.',
                  },
                ]
              : []),
          ],
        },
      ],
      ...(depth <= pureDepth
        ? {
            'no-restricted-globals': [
              'error',
              ...[
                'process',
                'Buffer',
                'require',
                'window',
                'document',
                'navigator',
                'self',
                '__dirname',
                'setTimeout',
              ].map((global) => ({ name: global, message: 'This room is pure: no Node, no DOM.' })),
            ],
          }
        : {}),
    },
  })),
);

module.exports = defineConfig(
  globalIgnores(['dist', 'out', 'node_modules', '**/*.js']),
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  regexp['flat/recommended'],
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: __dirname },
    },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `async` says that a function answers later, whether or not it waits for anything itself.
      '@typescript-eslint/require-await': 'off',
      // Whatever has a `dispose` serves as a `Disposable` of the editor.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
        { selector: 'ExportAllDeclaration', message: 'No barrel files.' },
      ],
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
    },
  },
  ...roomRules,
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [{ from: 'package', name: ['describe', 'it'], package: 'mocha' }],
        },
      ],
    },
  },
  prettier,
);
