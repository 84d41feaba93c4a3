// A document as JSON, laid out by a Typst template → PDF.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { arabicWord, familiesFor, printed } from './fonts.mjs';

// A folder that need not exist: everything a document uses is mapped into it.
const workspace = resolve('/report-engine');
const compilers = new Map();

/** One for each set of fonts: those of the world's scripts are large, and few documents need them. */
function compilerWith(families) {
  const key = families.map(({ family }) => family).join();
  if (!compilers.has(key)) {
    const fontBlobs = families.flatMap(({ files }) => files).map(font => readFileSync(font));
    compilers.set(key, NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] }));
  }
  return compilers.get(key);
}

export function pdf({ template, document, images, attachments, timestamp, standard }) {
  const text = printed(JSON.stringify(document));
  const families = familiesFor(text);
  const compiler = compilerWith(families);
  compiler.resetShadow();
  compiler.evictCache(0);
  const map = (name, text) => {
    const path = resolve(workspace, basename(name));
    compiler.mapShadow(path, Buffer.from(text));
    return path;
  };
  const fonts = families.map(({ family }) => family);
  const arabicFont = fonts.find(font => font === 'Noto Sans Arabic') ?? fonts[0]; // one that is not there is warned of
  map('document.json', JSON.stringify({ ...JSON.parse(text), fonts, arabicWord, arabicFont }));
  for (const [name, text] of Object.entries({ ...images, ...attachments })) map(name, text);

  // The layout and what it imports.
  const folder = dirname(template);
  for (const name of readdirSync(folder).filter(name => name.endsWith('.typ'))) map(name, readFileSync(join(folder, name), 'utf8'));
  const main = resolve(workspace, basename(template));

  const attempt = compiler.compile({ mainFilePath: main, resetRead: true });
  const problems = attempt.takeError() ?? attempt.takeWarnings();
  if (problems) throw new Error(compiler.fetchDiagnostics(problems).map(problem => describe(problem, template)).join('\n'));
  try {
    const bytes = compiler.pdf(attempt.result, { pdfStandard: standard, creationTimestamp: timestamp });
    const places = compiler.query(attempt.result, { selector: '<place>', field: 'value' });
    return { pdf: bytes.toString('base64'), places };
  } catch (error) {
    throw new Error(explain(error.message, template));
  }
}

const severities = { 1: 'error', 2: 'warning' };

function describe({ severity, message, hints, range }, template) {
  const place = range ? `${template}(${range.start.line + 1},${range.start.character + 1})` : template;
  return [`${place}: ${severities[severity] ?? 'note'}: ${message}`, ...(hints ?? [])].join('; ');
}

// What breaks the PDF standard arrives as the debug print of Rust's SourceDiagnostic, without a place.
function explain(text, template) {
  const problems = [...text.matchAll(/message: ("(?:[^"\\]|\\.)*"), trace: .*?, hints: (\[.*?\]) }/gs)];
  const unquote = rust => rust.replaceAll(/"((?:[^"\\]|\\.)*)"/g, (_, inner) => inner.replaceAll(/\\(["\\])/g, '$1'));
  return problems
    .map(([, message, hints]) => `${template}: error: ${unquote(message)} ${unquote(hints)}`.replace(' []', ''))
    .join('\n') || text;
}
