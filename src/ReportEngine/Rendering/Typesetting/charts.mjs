// Vega-Lite → SVG with text (HTML), SVG of paths (PDF: text in pictures would use the machine's fonts) and PNG (press).
import { Resvg } from '@resvg/resvg-js';
import * as vega from 'vega';
import * as vegaLite from 'vega-lite';
import { familiesFor, printed, textWidth } from './fonts.mjs';
import { outlined, rightToLeft as rightToLeftLetter, shapedWidth } from './labels.mjs';

vega.textMetrics.width = (item, text) => {
  const bold = item.fontWeight === 'bold' || item.fontWeight >= 600;
  const words = String(text ?? '');
  // Letters that join are narrower than one by one.
  const ems = rightToLeftLetter.test(words) ? shapedWidth(words, bold) : textWidth(words, bold);
  const width = ems * (item.fontSize ?? 11);
  return item.limit > 0 ? Math.min(width, item.limit) : width;
};

// Where an entry of a key ends whose mark stands at the right of its words.
vega.expressionFunction('widthOf', words => vega.textMetrics.width({ fontSize: 12 }, words));

const outside = async uri => { throw new Error(`A chart may not load anything from outside: ${uri}`); };
const loader = { load: outside, sanitize: outside, http: outside, file: outside };

/** resvg orders the letters of a text from left to right, and of all its lines as one: a line a text, each told its direction. */
function rightToLeft(svg) {
  const lines = (attributes, spans) => {
    let y = 0;
    return [...spans.matchAll(/<tspan(?: x="0" dy="([\d.]+)")?>([^<]*)<\/tspan>/g)]
      .map(([, dy, text]) => `<text${attributes} y="${(y += Number(dy ?? 0))}">${text}</text>`).join('');
  };
  return svg
    .replaceAll(/<text([^>]*)>((?:<tspan[^>]*>[^<]*<\/tspan>)+)<\/text>/g, (_, attributes, spans) => lines(attributes, spans))
    .replaceAll(/(<text[^>]*>)([^<]+)(?=<\/text>)/g, (all, start, text) => (rightToLeftLetter.test(text) ? `${start}\u202b${text}\u202c` : all));
}

/** A layer that no datum is left for draws nothing and has no extent, of which Vega warns: it is left out. */
function withoutEmptyLayers(spec) {
  if (!spec.layer || !spec.data?.values) return spec;
  const passes = filter => new Function('datum', `return ${codegen(vega.parseExpression(filter)).code}`);
  return {
    ...spec,
    layer: spec.layer.filter(layer => (layer.transform ?? [])
      .filter(step => typeof step.filter === 'string')
      .reduce((data, step) => data.filter(passes(step.filter)), spec.data.values).length > 0),
  };
}

// Vega's own translation of its expressions, which lets nothing through but datum.
const codegen = vega.codegenExpression({ allowed: ['datum'], forbidden: ['eval'], globalvar: () => 'undefined', fieldvar: 'datum' });

/** The chart as Vega sees it; what Vega warns of is an error. */
async function viewOf(spec) {
  const problems = [];
  const note = (...words) => { problems.push(words.join(' ')); return logger; };
  const logger = { level: () => logger, error: note, warn: note, info: () => logger, debug: () => logger };

  vega.resetSVGDefIds();
  const compiled = vegaLite.compile(withoutEmptyLayers(spec), { logger }).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', loader, logger });
  const drawn = await view.toSVG();
  if (problems.length) throw new Error(problems.join('\n'));
  return { view, drawn };
}

/** Every text of a chart as it is drawn, with its box in pixels, and how wide the whole is. */
export async function texts(spec) {
  const { view, drawn } = await viewOf(spec);
  const found = [];
  const walk = (mark, x, y) => {
    for (const item of mark.items ?? []) {
      if (mark.marktype === 'group') {
        for (const inner of item.items ?? []) walk(inner, x + (item.x ?? 0), y + (item.y ?? 0));
      } else if (mark.marktype === 'text' && String(item.text ?? '').trim() && item.bounds && item.opacity !== 0 && item.stroke !== 'white') {
        const { x1, y1, x2, y2 } = item.bounds;
        if (x2 > x1) found.push({ text: [item.text].flat().join(' '), size: item.fontSize ?? 11, x1: x + x1, y1: y + y1, x2: x + x2, y2: y + y2 });
      }
    }
  };
  const [, left, above] = drawn.match(/<g[^>]* transform="translate\(([-\d.]+),([-\d.]+)\)"/).map(Number);
  walk(view.scenegraph().root, left, above);
  view.finalize();
  return { width: Number(drawn.match(/<svg[^>]* width="([\d.]+)"/)[1]), texts: found };
}

/** The picture made higher, with lines of small print below it: Vega has titles above only. */
function captioned(svg, { below = [], rightToLeft: turned = false, lineHeight = 15 } = {}) {
  if (below.length === 0) return svg;
  const [, width, height] = svg.match(/<svg[^>]* width="([\d.]+)" height="([\d.]+)"/).map(Number);
  const higher = height + 8 + below.length * lineHeight + 4;
  const [x, anchor] = turned ? [width - 6, 'end'] : [6, 'start'];
  const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const lines = below.map((text, index) => `<text text-anchor="${anchor}" transform="translate(${x},${height + 8 + (index + 0.75) * lineHeight})"`
    + ` font-family="Noto Sans" font-size="11px" fill="#595959">${escaped(text)}</text>`).join('');
  return svg
    .replace(/ height="[\d.]+"/, ` height="${higher}"`)
    .replace(/viewBox="0 0 [\d.]+ [\d.]+"/, `viewBox="0 0 ${width} ${higher}"`)
    .replace(/<\/svg>\s*$/, `${lines}</svg>`);
}

export async function chart(spec, forPress) {
  const { view, drawn } = await viewOf(spec);
  view.finalize();

  // Ids count from 1 in every chart, and several charts may stand in one HTML page.
  const picked = captioned(drawn, spec.usermeta);
  const svg = spec.name ? picked.replaceAll(/(\bid="|url\(#)(?=clip\d|gradient_)/g, `$1${spec.name}-`) : picked;
  const directed = outlined(printed(rightToLeft(svg)));
  const fontFiles = familiesFor(directed).flatMap(({ files }) => files);
  const picture = new Resvg(directed, {
    background: 'white',
    fitTo: { mode: 'zoom', value: 2 },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Sans' },
  });
  const outlines = picture.toString();
  return forPress ? { outlines, png: await pixels(picture) } : { svg, outlines };
}

/** A picture is 4 MB outside the heap, which JavaScript does not count: it goes when told to, one turn of the loop later. */
async function pixels(picture) {
  const png = picture.render().asPng().toString('base64');
  globalThis.gc?.();
  await new Promise(setImmediate);
  return png;
}
