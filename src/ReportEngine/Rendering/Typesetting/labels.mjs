// Texts of pictures in scripts whose letters join, stack or change places, as outlines: resvg sets Latin and Urdu, but lays
// the parts of such a letter over each other, and gives up a text that needs several fonts.
import bidiFactory from 'bidi-js';
import * as harfbuzz from 'harfbuzzjs';
import { familiesFor, familyOf, fontOf } from './fonts.mjs';

const bidi = bidiFactory();
const otherScripts = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]/u;
/** Ems between words of Nastaliq over those of the font: its strokes reach into the space beside a word. */
const wordSpace = 0.14;
/** A letter that runs from right to left. */
export const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

const isOurs = text => otherScripts.test(text) || familiesFor(text).some(({ always }) => !always);

/** Every such text of an SVG that holds one line a text element, as a path. */
export const outlined = svg =>
  svg.replaceAll(/<text([^>]*)>([^<]*)<\/text>/g, (element, attributes, text) =>
    isOurs(unescaped(text)) ? path(attributes, unescaped(text)) : element);

const unescaped = text =>
  text.replaceAll(/&(lt|gt|quot|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name]);

function path(attributes, text) {
  const attribute = name => attributes.match(new RegExp(`(?<= ${name}=")[^"]*`))?.[0];
  const size = parseFloat(attribute('font-size'));
  const { outline, width } = lineOf(text, /bold|[6-9]00/.test(attribute('font-weight')));
  const start = { middle: -width / 2, end: -width }[attribute('text-anchor')] ?? 0;
  const place = `translate(${start * size},${attribute('y') ?? 0}) scale(${size},${-size})`;
  const kept = ['fill', 'opacity', 'fill-opacity'].filter(attribute).map(name => ` ${name}="${attribute(name)}"`).join('');
  return `<g transform="${attribute('transform') ?? ''} ${place}"${kept}>${outline}</g>`;
}

const widths = new Map();

/** The width of a text in ems, as it is drawn. */
export function shapedWidth(text, bold) {
  const key = `${bold}${text}`;
  if (!widths.has(key)) widths.set(key, lineOf(text, bold).width);
  return widths.get(key);
}

/** A line in ems, upwards, from 0 on; a text with a letter that runs from right to left runs so. */
function lineOf(text, bold) {
  const levels = bidi.getEmbeddingLevels(text, rightToLeft.test(text) ? 'rtl' : 'ltr');
  const runs = runsOf(text, levels.levels, bold);
  const space = rightToLeft.test(text) ? wordSpace : 0;
  const drawn = inOrderOfSight(runs).map(run => shaped(run, bold, space));
  let width = 0;
  const outline = drawn.map(({ glyphs, advance }) => {
    const moved = `<g transform="translate(${width},0)">${glyphs}</g>`;
    width += advance;
    return moved;
  }).join('');
  return { outline, width };
}

/** Neighbouring letters of one font and one direction. A word is set in the font of its script as far as that goes. */
function runsOf(text, levels, bold) {
  const runs = [];
  for (const word of text.matchAll(/\S+\s*|\s+/g)) {
    const own = familiesFor(word[0]).findLast(({ always }) => !always);
    let at = word.index;
    for (const letter of word[0]) {
      const code = letter.codePointAt(0);
      const family = own && fontOf(own, bold).font.nominalGlyph(code) ? own : familyOf(code) ?? runs.at(-1)?.family;
      const last = runs.at(-1);
      if (last && last.family === family && last.level === levels[at]) last.text += letter;
      else if (family) runs.push({ family, level: levels[at], text: letter });
      at += letter.length;
    }
  }
  return runs;
}

/** Rule L2 of the bidirectional algorithm, for runs; the letters of a run are put in order when it is shaped. */
function inOrderOfSight(runs) {
  const seen = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < seen.length; start++) {
      let end = start;
      while (end < seen.length && seen[end].level >= level) end++;
      if (end > start) seen.splice(start, end - start, ...seen.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return seen;
}

function shaped({ family, level, text }, bold, space) {
  const { font, unitsPerEm } = fontOf(family, bold);
  const buffer = new harfbuzz.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(level % 2 ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
  harfbuzz.shape(font, buffer);
  let x = 0;
  const blank = font.nominalGlyph(' '.codePointAt(0));
  const glyphs = buffer.getGlyphInfosAndPositions().map(({ codepoint, xAdvance, xOffset, yOffset }) => {
    const glyph = `<path transform="translate(${x + xOffset},${yOffset})" d="${font.glyphToPath(codepoint)}"/>`;
    x += xAdvance + (codepoint === blank ? space * unitsPerEm : 0);
    return glyph;
  }).join('');
  return { glyphs: `<g transform="scale(${1 / unitsPerEm})">${glyphs}</g>`, advance: x / unitsPerEm };
}
