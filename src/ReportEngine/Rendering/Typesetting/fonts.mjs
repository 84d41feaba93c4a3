// The fonts every picture and page is set in: pinned by the lock file, never the machine's own. fonts.json names them in
// the order in which they are asked for a letter, coverage.json the letters that each sets which none before it has.
import * as harfbuzz from 'harfbuzzjs';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = path => fileURLToPath(new URL(path, import.meta.url));
const json = path => JSON.parse(readFileSync(file(path), 'utf8'));

const coverage = json('coverage.json');
const families = json('fonts.json').map(({ family, always = false, files }) => ({
  family,
  always,
  files: files.map(file),
  ranges: coverage[family].split(' ').map(range => range.split('-').map(code => parseInt(code, 16))),
}));

/** Code point → the family that sets it; undefined where none does. Most texts hold few letters, many times. */
const known = new Map();
export function familyOf(code) {
  if (!known.has(code)) {
    known.set(code, families.find(({ ranges }) => ranges.some(([first, last = first]) => first <= code && code <= last)));
  }
  return known.get(code);
}

/** The families a text needs, in their order: those of every page, and those of its scripts. */
export function familiesFor(text) {
  const needed = new Set(families.filter(family => family.always));
  for (const letter of new Set(text)) {
    const family = familyOf(letter.codePointAt(0));
    if (family) needed.add(family);
  }
  return families.filter(family => needed.has(family));
}

/** The text with U+FFFD for each letter that no font has, of which the import has told; what leaves no mark on paper stays. */
export const printed = text =>
  text.replaceAll(/[^\x00-\x7f\p{Cf}\p{Cc}\p{Zs}\p{Variation_Selector}]/gu, letter => (familyOf(letter.codePointAt(0)) ? letter : '\ufffd'));

/**
 * A word of Arabic letters that Nastaliq has not all of, as a regular expression of the layout: half in one hand and half
 * in another, its letters would not join.
 */
export const arabicWord = (() => {
  const code = hex => `\\u{${hex}}`;
  const letters = coverage['Noto Sans Arabic'].split(' ').map(range => range.split('-').map(code).join('-')).join('');
  return `[${code(600)}-${code('8FF')}]*[${letters}][${code(600)}-${code('8FF')}]*`;
})();

const opened = new Map();

/** A font of a family, with the advances asked for before. */
export function fontOf({ files }, bold) {
  const path = (bold && files.find(path => path.endsWith('600SemiBold.ttf'))) || files[0];
  if (!opened.has(path)) {
    const face = new harfbuzz.Face(new harfbuzz.Blob(readFileSync(path)));
    opened.set(path, { font: new harfbuzz.Font(face), unitsPerEm: face.upem, advances: new Map() });
  }
  return opened.get(path);
}

/** The width of a text in ems. Vega guesses at 0.8 em a letter when it has no canvas: labels would be cut off too early. */
export function textWidth(text, bold) {
  let width = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0);
    const family = familyOf(code);
    if (!family) {
      width += 1;
      continue;
    }
    const { font, unitsPerEm, advances } = fontOf(family, bold);
    if (!advances.has(code)) advances.set(code, font.glyphHAdvance(font.nominalGlyph(code)) / unitsPerEm);
    width += advances.get(code);
  }
  return width;
}
