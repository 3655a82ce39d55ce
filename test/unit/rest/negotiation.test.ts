import { describe, expect, it } from 'vitest';
import { refuseFormat } from '../../../src/rest/negotiation.ts';

describe('content negotiation', () => {
  it.each([undefined, '*/*', 'application/json', 'application/*', 'text/html, */*;q=0.8', 'Application/JSON; indent=4'])(
    'takes Accept: %s',
    (accept) => {
      expect(refuseFormat({ query: new URLSearchParams('format=json'), headers: accept === undefined ? {} : { accept } })).toBeNull();
    },
  );

  it.each(['text/html', 'application/xml, text/plain', ''])('refuses Accept: %s', (accept) => {
    const detail = 'Could not satisfy the request Accept header.';
    const body = { type: 'invalid_request', code: 'not_acceptable', detail, attr: null };
    expect(refuseFormat({ query: new URLSearchParams(), headers: { accept } })).toMatchObject({ status: 406, body });
  });

  it('knows no format but json, whatever is accepted', () => {
    const query = new URLSearchParams('format=xml');
    expect(refuseFormat({ query, headers: { accept: 'text/html' } })).toMatchObject({ status: 404, body: { detail: 'Not found.' } });
    expect(refuseFormat({ query: new URLSearchParams('format='), headers: {} })).toBeNull();
  });
});
