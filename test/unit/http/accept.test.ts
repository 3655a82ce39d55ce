import { describe, expect, it } from 'vitest';
import { preferredCoding, preferredType } from '../../../src/http/accept.ts';

const TYPES = ['application/json', 'application/graphql-response+json', 'text/event-stream'] as const;
const [JSON_TYPE, RESPONSE_TYPE, STREAM_TYPE] = TYPES;

describe('the media type of a response', () => {
  it.each([
    [undefined, JSON_TYPE],
    ['', JSON_TYPE],
    [' , ,', JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['application/*', JSON_TYPE],
    ['text/*', STREAM_TYPE],
    // The header of urql.
    ['application/graphql-response+json, application/json, text/event-stream, multipart/mixed', RESPONSE_TYPE],
    // The headers of Apollo Client, for queries and for subscriptions over multipart.
    ['application/graphql-response+json,application/json;q=0.9', RESPONSE_TYPE],
    ['multipart/mixed;boundary="graphql";subscriptionSpec="1.0",application/json', JSON_TYPE],
    ['application/graphql-response+json; charset=utf-8, application/json; charset=utf-8', RESPONSE_TYPE],
    ['Application/JSON; Charset="UTF-8"', JSON_TYPE],
    // Weights.
    ['application/json;q=0.5, text/event-stream', STREAM_TYPE],
    ['text/event-stream;q=0.9, application/json;q=.95', JSON_TYPE],
    ['application/json ; Q=0.1 , text/event-stream;q=0.2', STREAM_TYPE],
    ['text/event-stream;q=0.001', STREAM_TYPE],
    // The order decides between equal weights.
    ['text/event-stream, application/json', STREAM_TYPE],
    ['application/json, text/event-stream', JSON_TYPE],
    // The most specific range decides about a type.
    ['*/*, application/json;q=0', RESPONSE_TYPE],
    ['application/*;q=0, */*', STREAM_TYPE],
    ['*/*;q=0.1, text/event-stream;q=0', JSON_TYPE],
    ['text/event-stream, */*;q=0.1', STREAM_TYPE],
    // Ranges that are not valid are ignored.
    ['garbage, application/json', JSON_TYPE],
    ['application/json, ;;;=, "', JSON_TYPE],
    ['*, application/json;q=0.2', JSON_TYPE],
    ['application/json;version="1,2";q=0.1, text/event-stream;q=0.5', STREAM_TYPE],
  ])('for %s is %s', (accept, type) => {
    expect(preferredType(accept, TYPES)).toBe(type);
  });

  it.each([
    'multipart/mixed',
    'text/html, image/*',
    'application/json;q=0',
    'application/json;q=0.0, application/graphql-response+json;q=0',
    '*/*;q=0',
    'garbage',
    'application/',
  ])('does not exist for %s', (accept) => {
    expect(preferredType(accept, TYPES)).toBeNull();
  });
});

describe('the content coding of a response', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['*', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.0, *', 'gzip'],
    ['gzip;q=0', 'identity'],
    ['gzip;q=0, br;q=0', 'identity'],
    ['gzip;q=0.001', 'gzip'],
    ['identity, gzip;q=0.5', 'identity'],
    ['identity;q=0.5, gzip;q=0.6', 'gzip'],
    ['gzipped, brotli', 'identity'],
    ['*;q=0', 'identity'],
  ])('for %s is %s', (header, coding) => {
    expect(preferredCoding(header)).toBe(coding);
  });
});
