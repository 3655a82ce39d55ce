// Writes the types of the OpenAPI document for clients; with `--check` it only looks whether the file is what it would write.
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { describeGateway } from '../src/server/openapi.ts';
import { writeOrCheck } from './generated-file.ts';

const document = describeGateway('/');
const types = astToString(await openapiTS(document as unknown as OpenAPI3, { defaultNonNullable: false }));
const text = `// Made by \`npm run generate\` from what the endpoints run on (/openapi.json).\n${types}`;
const operations = Object.values(document.paths).flatMap((item) => Object.keys(item)).length;

writeOrCheck('src/generated/openapi.ts', text, `${operations} operations`);
