import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Ajv } from 'ajv';
import jsonld, { type JsonLdDocument } from 'jsonld';
import type { ExchangeDocument, ExchangeFile } from '../../src/formats/exchange';
import { findFormat } from '../../src/formats/formats';
import { elements, readXml } from '../../src/formats/xml';
import { annotationTerms } from './checks/annotationTerms';
import { fixture, fixtureText } from './formats.fixture';

const checks = 'test/unit/checks';
const uimaJar = '/usr/share/java/uimaj-core.jar';
const plain: ExchangeDocument = {
  ...{ id: 'plain.txt', text: 'Nothing here.\n', mentions: [], entities: [], metadata: {} },
};
const words = fixture.mentions.map(({ start, end }) => fixtureText.slice(start, end));
const filesOf = (id: string): readonly ExchangeFile[] => findFormat(id)!.write([fixture, plain]);

/** Without the program the test is skipped, and says so. */
function needs(test: Mocha.Context, program: string, isThere: boolean): void {
  if (isThere) return;
  console.log(`      ${program} is not installed here`);
  test.skip();
}
const isInstalled = (program: string): boolean => !spawnSync(program, ['--version']).error;

describe('exports, by the rules and programs of others', () => {
  let folder = '';

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'dl-checks-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const write = ({ path, content }: ExchangeFile): string => {
    const file = join(folder, basename(path));
    writeFileSync(file, content);
    return file;
  };

  describe('Web Annotation', () => {
    const pages = filesOf('webannotation').map(({ content }) => JSON.parse(content) as unknown);
    const schema = JSON.parse(
      readFileSync(`${checks}/webAnnotation.schema.json`, 'utf8'),
    ) as object;
    const validate = new Ajv({ allErrors: true }).compile(schema);

    it('meets what the model demands, with mentions and without', () => {
      for (const page of pages) assert.ok(validate(page), JSON.stringify(validate.errors));
      const types = pages.map((page) => (page as { type: string }).type);
      assert.deepEqual(types, ['AnnotationPage', 'AnnotationCollection']);
    });

    it('is checked by a schema that sees what is wrong', () => {
      interface Page {
        items: Record<string, unknown>[];
        startIndex: unknown;
      }
      const spoil: ((page: Page) => void)[] = [
        (page) => delete page.items[0]!['target'],
        (page) => (page.items[0]!['id'] = 'no iri'),
        (page) => (page.items[0]!['motivation'] = 'guessing'),
        (page) => (page.startIndex = -1),
        (page) => (page.items = []),
      ];
      for (const change of spoil) {
        const page = structuredClone(pages[0]) as Page;
        change(page);
        assert.equal(validate(page), false, change.toString());
      }
    });

    it('loses no term when it is read as linked data', async () => {
      const documentLoader = (url: string) => {
        assert.equal(url, 'http://www.w3.org/ns/anno.jsonld');
        const document = { '@context': annotationTerms } as unknown as JsonLdDocument;
        return Promise.resolve({ contextUrl: undefined, documentUrl: url, document });
      };
      // In safe mode a term or an IRI that would be dropped is an error.
      const options = { documentLoader, safe: true } as Parameters<typeof jsonld.expand>[1];
      const [page] = await jsonld.expand(pages[0] as JsonLdDocument, options);
      const exact = JSON.stringify(page).match(/"http:\/\/www.w3.org\/ns\/oa#exact":/g);
      assert.equal(exact?.length, fixture.mentions.length);
      const added = { ...(pages[0] as object), mood: 'x' } as JsonLdDocument;
      await assert.rejects(async () => jsonld.expand(added, options), /safe mode/i);
    });
  });

  it('TEI is what its schema allows', function () {
    needs(this, 'xmllint', isInstalled('xmllint'));
    for (const file of filesOf('tei').map(write)) {
      const run = spawnSync('xmllint', ['--noout', '--relaxng', `${checks}/tei-subset.rng`, file]);
      assert.equal(run.status, 0, run.stderr.toString());
    }
  });

  it('TEI is what jing finds valid too', function () {
    needs(this, 'jing', !spawnSync('jing').error);
    const run = spawnSync('jing', [`${checks}/tei-subset.rng`, ...filesOf('tei').map(write)]);
    assert.equal(run.status, 0, run.stdout.toString());
  });

  it('CAS XMI reads in UIMA as the very words', function () {
    this.timeout(60_000);
    needs(this, 'UIMA', existsSync(uimaJar) && !spawnSync('java', ['-version']).error);
    const files = filesOf('xmi').map(write);
    const [xmi, types] = [files[0]!, files.find((file) => file.endsWith('TypeSystem.xml'))!];
    const run = spawnSync('java', ['-cp', uimaJar, `${checks}/ReadCas.java`, types, xmi]);
    assert.equal(run.status, 0, run.stderr.toString());
    const read = run.stdout
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as [number, number, string, string]);
    const wanted = fixture.mentions.map(({ start, end, label }, i) => [
      start,
      end,
      label,
      words[i],
    ]);
    assert.deepEqual(read.sort(), wanted.sort());
  });

  it('brat standoff keeps to brat’s own rules', () => {
    const files = new Map(filesOf('brat').map(({ path, content }) => [path, content]));
    assert.equal(files.get('2026/a b.txt'), fixtureText);
    const declared = /\[entities\]\n([^[]*)\n\n/
      .exec(files.get('annotation.conf')!)![1]!
      .split('\n');
    const lines = files.get('2026/a b.ann')!.trimEnd().split('\n');
    const spans = lines.filter((line) => line.startsWith('T'));
    const ids = new Set(lines.map((line) => line.split('\t', 1)[0]!));
    assert.equal(ids.size, lines.length, 'no id twice');
    assert.equal(spans.length, fixture.mentions.length);
    // eslint-disable-next-line @typescript-eslint/no-misused-spread -- brat counts code points
    const points = [...fixtureText];
    for (const line of spans) {
      const [, middle, text, ...more] = line.split('\t');
      const [label, ...places] = middle!.split(/[ ;]/);
      assert.ok(declared.includes(label!), label);
      assert.match(label!, /^[\w-]*[a-z_-]$/i);
      const pieces: string[] = [];
      for (let i = 0; i < places.length; i += 2) {
        pieces.push(points.slice(Number(places[i]), Number(places[i + 1])).join(''));
      }
      // A tab in the words would begin a new column.
      assert.equal([text, ...more].join('\t'), pieces.join(' '));
    }
    for (const line of lines.filter((one) => !one.startsWith('T'))) {
      assert.match(
        line,
        /^(?:N\d+\tReference T\d+ \w+:\S+\t.+|#\d+\tAnnotatorNotes T\d+\t\{.*\})$/,
      );
    }
  });

  it('CoNLL has four columns, whole tokens and tags that begin before they go on', () => {
    const [{ content }] = filesOf('conll') as [ExchangeFile];
    const [first, ...sentences] = content.trimEnd().split('\n\n');
    assert.equal(first, '-DOCSTART- -X- -X- O');
    let text = '';
    for (const sentence of sentences) {
      let last = 'O';
      for (const row of sentence.split('\n')) {
        const columns = row.split(' ');
        assert.equal(columns.length, 4, row);
        const [token, , , tag] = columns as [string, string, string, string];
        text += token;
        if (tag.startsWith('I-')) assert.equal(last.slice(2), tag.slice(2), row);
        else assert.match(tag, /^(?:O|B-\S+)$/);
        last = tag;
      }
    }
    assert.equal(text, fixtureText.replaceAll(/\s/g, ''));
  });

  it('WebAnno TSV has its header, two blank lines, and tokens that slice the text', () => {
    const [{ content }] = filesOf('webanno-tsv') as [ExchangeFile];
    const [header, body] = [content.slice(0, content.indexOf('\n\n\n')), content];
    assert.match(header, /^#FORMAT=WebAnno TSV 3\.3\n#T_SP=[\w.]+\|identifier\|value$/);
    let token = '';
    for (const [, id, start, end, text] of body.matchAll(/^([\d.-]+)\t(\d+)-(\d+)\t([^\t]*)\t/gm)) {
      const slice = fixtureText.slice(Number(start), Number(end));
      assert.equal(text!.replaceAll(/\\(.)/g, '$1'), slice);
      if (id!.includes('.')) assert.ok(token.includes(slice) && id!.length > 3);
      else token = slice;
    }
  });

  it('Label Studio’s configuration declares every label that its tasks use', () => {
    const files = filesOf('labelstudio');
    const config = readXml(files.find(({ path }) => path === 'config.xml')!.content)!;
    const labels = elements(config).flatMap(({ name, attributes }) =>
      name === 'Label' ? [attributes['value']] : [],
    );
    const used = files[0]!.content.match(/(?<="labels": \[\s*")[^"]+/g)!;
    assert.deepEqual([...new Set(used)].sort(), labels);
  });
});
