import { readFileSync } from 'node:fs';
import path from 'node:path';
import { schema } from '../graphql/schema.ts';
import { LIMITS } from '../limits/request-window.ts';
import type { DocumentPart, OpenapiDocument } from '../openapi/document.ts';
import { PACKAGE_ROOT } from '../package-root.ts';
import { describeRest } from '../rest/openapi.ts';
import { describeSdk } from '../sdk/openapi.ts';
import { MAX_BODY_BYTES } from './body.ts';
import { LAST_RESORTS } from './last-resort.ts';

const { version } = JSON.parse(readFileSync(path.join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string };

const [PER_MINUTE, PER_HOUR] = LIMITS.map(({ requests }) => requests);

const ABOUT = `Every request about tours needs a personal API key: in the header as \`Authorization: Bearer …\`, or in the body or the query as \`personal_api_key\`. An access token, which is a key for a while, comes in the header alone. A key may send ${PER_MINUTE} requests a minute and ${PER_HOUR} an hour where the server limits them; beyond that the answer is 429 with \`Retry-After\`. What browsers ask for needs the project’s public token alone.

A request can be refused before the gateway looks at what it asks for: 400 when it is not valid HTTP, 408 when it does not arrive in time, 431 when its head is too large. 503 with \`Retry-After\` means that the gateway holds too many requests or cannot reach its database: send the request again after that time. 429 with \`Retry-After\` is also the answer to a client address that has sent too many wrong credentials. The browser endpoints never return 429, because posthog-js would drop its events.

Bodies about tours may have \`Content-Encoding: gzip\`, \`br\` or \`deflate\`. Where requests are limited, \`RateLimit\` and \`RateLimit-Policy\` state what a key has left.

Addresses work with and without the slash at their end. Answers are JSON; dates are in UTC, with six fraction digits or none. A write succeeds as a whole or changes nothing.

The same tours can be reached with GraphQL at \`/graphql\`, live drafts included.`;

/**
 * The OpenAPI document of everything that is no GraphQL. Each face tells what its own requests run on.
 *
 * @param serverUrl where the addresses begin; `/` is wherever the document was read
 */
export function describeGateway(serverUrl: string): OpenapiDocument {
  const parts = [describeRest(schema, MAX_BODY_BYTES, LAST_RESORTS), describeSdk(LAST_RESORTS)];
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tour gateway',
      version,
      summary: 'Guided tours in web applications: made, drafted, published, launched and shown.',
      description: ABOUT,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: serverUrl }],
    tags: parts.flatMap(({ tags }) => tags),
    paths: merged(parts, 'paths'),
    components: { schemas: merged(parts, 'schemas'), securitySchemes: merged(parts, 'securitySchemes') },
  };
}

function merged<Key extends 'paths' | 'schemas' | 'securitySchemes'>(parts: DocumentPart[], key: Key): DocumentPart[Key] {
  return Object.assign({}, ...parts.map((part) => part[key]));
}
