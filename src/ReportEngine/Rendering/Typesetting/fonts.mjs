// The fonts every picture and page is set in: pinned by the lock file, never the machine's own.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = path => fileURLToPath(new URL(path, import.meta.url));

/** fonts.json names them, so that a release can list each with its hash. */
export const fontFiles = JSON.parse(readFileSync(file('fonts.json'), 'utf8')).map(file);

const font = name => fontFiles.find(path => path.endsWith(`/${name}.ttf`));
const families = style => [`NotoSans_${style}`, `NotoNastaliqUrdu_${style}`, 'NotoSansMath_400Regular'].map(font); // ≤, ≥, → and ≈ are in the last alone

let measured;

/** The width of a text in ems. Vega guesses at 0.8 em a letter when it has no canvas: labels would be cut off too early. */
export function textWidth(text, bold) {
  measured ??= {
    regular: families('400Regular').map(advances),
    bold: families('600SemiBold').map(advances),
  };
  const fonts = bold ? measured.bold : measured.regular;
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0);
    width += fonts.find(font => font.has(code))?.get(code) ?? 1;
  }
  return width;
}

/** Code point → advance in ems, from the tables of a TrueType file. */
function advances(path) {
  const font = readFileSync(path);
  const u16 = at => font.readUInt16BE(at);
  const u32 = at => font.readUInt32BE(at);
  const tables = {};
  for (let at = 12; at < 12 + 16 * u16(4); at += 16) {
    tables[font.toString('latin1', at, at + 4)] = u32(at + 8);
  }
  const unitsPerEm = u16(tables.head + 18);
  const metrics = u16(tables.hhea + 34);
  const advance = glyph => u16(tables.hmtx + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm;

  let segments;
  for (let at = tables.cmap + 4; at < tables.cmap + 4 + 8 * u16(tables.cmap + 2); at += 8) {
    const subtable = tables.cmap + u32(at + 4);
    if (u16(subtable) === 4) segments = subtable;
  }
  const size = u16(segments + 6);
  const widths = new Map();
  for (let offset = 0; offset < size; offset += 2) {
    const end = u16(segments + 14 + offset);
    const start = u16(segments + 16 + size + offset);
    const delta = u16(segments + 16 + 2 * size + offset);
    const rangeAt = segments + 16 + 3 * size + offset;
    for (let code = start; code <= end && code < 0xffff; code++) {
      const indirect = u16(rangeAt) && u16(rangeAt + u16(rangeAt) + 2 * (code - start));
      const glyph = u16(rangeAt) ? indirect && (indirect + delta) & 0xffff : (code + delta) & 0xffff;
      if (glyph) widths.set(code, advance(glyph));
    }
  }
  return widths;
}
