// Reads specifications of charts as JSON from stdin and prints the texts of each, with their boxes.
import { pathToFileURL } from 'node:url';

console.log = console.info = console.debug = console.error;
const { texts } = await import(pathToFileURL(process.argv[2]));
let input = '';
for await (const chunk of process.stdin.setEncoding('utf8')) input += chunk;
const found = [];
for (const spec of JSON.parse(input)) found.push(await texts(spec));
process.stdout.write(JSON.stringify(found));
