// One JSON request a line on stdin, one JSON answer a line on stdout, in order. Ends when stdin ends.
process.env.TZ = 'UTC';
console.log = console.info = console.debug = console.error;

const kinds = {
  chart: async request => (await import('./charts.mjs')).chart(request.spec, request.press),
  pdf: async request => (await import('./pages.mjs')).pdf(request),
};

// Loaded while the engine is still reading the register; a package that is missing is told with the first request.
Promise.all([import('./charts.mjs'), import('./pages.mjs')]).catch(() => {});

async function answer(line) {
  let id = null;
  try {
    const request = JSON.parse(line);
    id = request.id;
    if (!Object.hasOwn(kinds, request.kind)) throw new Error(`Unknown kind of request: ${request.kind}`);
    return { id, ...(await kinds[request.kind](request)) };
  } catch (error) {
    return { id, error: error.message ?? String(error) };
  }
}

// Not node:readline: it also ends lines at U+2028 and U+2029, which JSON allows inside strings.
let rest = '';
for await (const chunk of process.stdin.setEncoding('utf8')) {
  const lines = (rest + chunk).split('\n');
  rest = lines.pop();
  for (const line of lines) process.stdout.write(JSON.stringify(await answer(line)) + '\n');
}
if (rest.trim()) process.stdout.write(JSON.stringify(await answer(rest)) + '\n');
