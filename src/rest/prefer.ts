import type { IncomingHttpHeaders } from 'node:http';
import type { Parameter } from '../openapi/document.ts';

/** RFC 7240, section 4.4: rather a refusal than a guess at what the client would want. */
export const PREFER_STRICT: Parameter = {
  name: 'Prefer',
  in: 'header',
  description: '`handling=strict`: refuse the change (409) when it would end a pending draft. Other preferences are passed over.',
  schema: { type: 'string' },
  example: 'handling=strict',
};

/** The first of several preferences of one name counts. */
export function isStrict(headers: IncomingHttpHeaders): boolean {
  const preferences = ((headers.prefer as string | undefined) ?? '').toLowerCase().split(',');
  const handling = preferences
    .map((each) => /^\s*handling\s*=\s*"?([^";\s]*)"?\s*(?:;|$)/.exec(each)?.[1])
    .find((value) => value !== undefined);
  return handling === 'strict';
}
