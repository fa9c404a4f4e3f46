import * as vscode from 'vscode';
import type { Granularity } from '../corpus/linkage';
import { settings } from '../ids';

export type Highlight =
  'people' | 'organisations' | 'places' | 'other' | 'dates' | 'structure' | 'boilerplate';

export interface Settings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly detect: boolean;
  readonly highlight: readonly Highlight[];
  /** Bytes. */
  readonly maxFileSize: number;
  /** The people whose decisions are shown; empty: everyone's. */
  readonly layers: readonly string[];
  /** How alike articles must be to report one event. */
  readonly granularity: Granularity;
}

const megabyte = 1024 * 1024;

/** The settings as they stand, for a folder where they can differ by folder. */
export function readSettings(scope?: vscode.ConfigurationScope): Settings {
  const section = vscode.workspace.getConfiguration(settings.section, scope);
  // Each is read when it is asked for: VS Code logs a complaint about one that differs by folder and is read without.
  return {
    get include() {
      return section.get<string[]>(settings.include, []);
    },
    get exclude() {
      return section.get<string[]>(settings.exclude, []);
    },
    get detect() {
      return section.get<boolean>(settings.detect, true);
    },
    get highlight() {
      return section.get<Highlight[]>(settings.highlight, []);
    },
    get maxFileSize() {
      return section.get<number>(settings.maxFileSize, 10) * megabyte;
    },
    get layers() {
      return section.get<string[]>(settings.layers, []);
    },
    get granularity() {
      return section.get<Granularity>(settings.granularity, 'normal');
    },
  };
}
