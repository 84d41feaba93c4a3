// Prints coverage.json, to be written anew when fonts.json or a font has changed: node coverage.mjs > coverage.json
import { Blob, Face } from 'harfbuzzjs';
import { readFileSync } from 'node:fs';

const from = path => new URL(path, import.meta.url);
const isText = code => code >= 0x20 && (code & 0xfffe) !== 0xfffe;
const hex = code => code.toString(16).toUpperCase();

const taken = new Set();
const coverage = {};
for (const { family, files } of JSON.parse(readFileSync(from('fonts.json'), 'utf8'))) {
  const codes = [...new Face(new Blob(readFileSync(from(files[0])))).collectUnicodes()]
    .filter(code => isText(code) && !taken.has(code))
    .sort((left, right) => left - right);
  const ranges = [];
  for (const code of codes) {
    taken.add(code);
    if (ranges.at(-1)?.[1] === code - 1) ranges.at(-1)[1] = code;
    else ranges.push([code, code]);
  }
  coverage[family] = ranges.map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`)).join(' ');
}
console.log(JSON.stringify(coverage, null, 2));
