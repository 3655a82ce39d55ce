import { describe, expect, it } from 'vitest';
import { findHeaderCredential, findOtherCredential, refuseCredential } from '../../../src/rest/credentials.ts';

describe('credentials', () => {
  const header = (authorization: string) => findHeaderCredential({ headers: { authorization } });
  const none = new URLSearchParams();

  it('are found in the header', () => {
    expect(header('Bearer  phx_abc ')).toEqual({ kind: 'personal_key', secret: 'phx_abc', source: 'Authorization header' });
    expect(header('Bearer pha_abc')).toEqual({ kind: 'access_token', secret: 'pha_abc' });
  });

  it.each(['', 'Bearer', 'Bearer x', 'bearer phx_abc', 'Token phx_abc', 'Basic cGh4', 'Bearerphx'])(
    'are not found in the header %j',
    (authorization) => {
      expect(header(authorization)).toBeNull();
    },
  );

  it('are found in the body, and else in the query', () => {
    const query = new URLSearchParams('personal_api_key=q');
    expect(findOtherCredential(new Map([['personal_api_key', 'b']]), query)).toMatchObject({ secret: 'b', source: 'body' });
    expect(findOtherCredential(new Map(), query)).toMatchObject({ secret: 'q', source: 'query string' });
    expect(findOtherCredential(new Map(), none)).toBeNull();
  });

  it.each<[unknown]>([[5], [null], [['phx_abc']], [{ toString: 1, valueOf: 1 }]])('are no key when they are no text: %j', (value) => {
    const fields = new Map([['personal_api_key', value]]);
    expect(findOtherCredential(fields, none)).toMatchObject({ secret: '', source: 'body' });
  });

  it.each([
    [null, 'not_authenticated', 'Authentication credentials were not provided.'],
    [header('Bearer phx_x'), 'authentication_failed', 'Personal API key found in request Authorization header is invalid.'],
    [
      findOtherCredential(new Map([['personal_api_key', 5]]), none),
      'authentication_failed',
      'Personal API key found in request body is invalid.',
    ],
    [
      findOtherCredential(new Map(), new URLSearchParams('personal_api_key')),
      'authentication_failed',
      'Personal API key found in request query string is invalid.',
    ],
    [header('Bearer pha_x'), 'authentication_failed', 'Invalid access token.'],
  ])('are refused by where they were found (%#)', (credential, code, detail) => {
    const body = { type: 'authentication_error', code, detail, attr: null };
    expect(refuseCredential(credential)).toEqual({ status: 401, headers: { 'www-authenticate': 'Bearer' }, body });
  });

  it('are told apart by whether they have expired when they are access tokens', () => {
    expect(refuseCredential(header('Bearer pha_x'), 'expired').body).toMatchObject({ detail: 'Access token has expired.' });
    expect(refuseCredential(header('Bearer phx_x'), 'expired')).toEqual(refuseCredential(header('Bearer phx_x')));
  });
});
