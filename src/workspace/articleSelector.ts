import type * as vscode from 'vscode';
import { languages } from '../ids';

/** The languages in which an article can be open. */
export const articleSelector: vscode.DocumentSelector = [
  'plaintext',
  'markdown',
  languages.article,
].map((language) => ({ language }));
