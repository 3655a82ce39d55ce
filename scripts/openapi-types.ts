// Writes the types of the OpenAPI document for clients; with `--check` it only looks whether the file is what it would write.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { describeGateway } from '../src/server/openapi.ts';

const FILE = 'src/generated/openapi.ts';

const document = describeGateway('/');
const types = astToString(await openapiTS(document as unknown as OpenAPI3));
const text = `// Made by \`npm run generate\` from what the endpoints run on (/openapi.json).\n${types}`;
const operations = Object.values(document.paths).flatMap((item) => Object.keys(item)).length;

if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
  console.log(`${FILE}: ${operations} operations`);
} else if (readFileSync(FILE, 'utf8') === text) console.log(`${FILE} is up to date: ${operations} operations.`);
else {
  console.error(`${FILE} is stale: run npm run generate.`);
  process.exitCode = 1;
}
