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
  return {
    include: section.get<string[]>(settings.include, []),
    exclude: section.get<string[]>(settings.exclude, []),
    detect: section.get<boolean>(settings.detect, true),
    highlight: section.get<Highlight[]>(settings.highlight, []),
    maxFileSize: section.get<number>(settings.maxFileSize, 10) * megabyte,
    layers: section.get<string[]>(settings.layers, []),
    granularity: section.get<Granularity>(settings.granularity, 'normal'),
  };
}
