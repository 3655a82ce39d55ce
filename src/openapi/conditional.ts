import type { Parameter, Response } from './document.ts';

/** The header that comes with every answer that can be asked for again. */
export const ETAG_HEADER = { ETag: { description: 'Names the state that this answer shows.', schema: { type: 'string' } } } as const;

/** A read that may be spared. */
export const IF_NONE_MATCH: Parameter = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The `ETag` of an earlier answer: 304 without a body if that is still what there is.',
  schema: { type: 'string' },
};

/** The answer that is spared. */
export const NOT_MODIFIED: Record<string, Response> = {
  304: { description: 'Still what `If-None-Match` names. There is no body.', headers: ETAG_HEADER },
};
