import { bdoc } from './bdoc';
import { brat } from './brat';
import { casJson } from './casJson';
import { conll } from './conll';
import { csv } from './csv';
import { doccano } from './doccano';
import type { Format } from './exchange';
import { labelStudio } from './labelStudio';
import { schemaOrg } from './schemaOrg';
import { spacy } from './spacy';
import { tei } from './tei';
import { webAnnotation } from './webAnnotation';
import { webannoTsv } from './webannoTsv';
import { xmi } from './xmi';

/** Every format, in the order in which they are offered. */
export const formats: readonly Format[] = [
  webAnnotation,
  brat,
  spacy,
  csv,
  doccano,
  labelStudio,
  conll,
  casJson,
  xmi,
  webannoTsv,
  tei,
  bdoc,
  schemaOrg,
];

/** The format that the command line calls by this name. */
export function findFormat(id: string): Format | undefined {
  return formats.find((format) => format.id === id);
}
