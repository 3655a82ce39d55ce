import type { GraphQLEnumType } from 'graphql';
import { expect, it } from 'vitest';
import { HTTP_STATUS } from '../../../src/domain/errors.ts';
import { schema } from '../../../src/graphql/schema.ts';

/** GraphQL answers NOT_FOUND instead: it does not tell which of them it was. */
const REST_ONLY = ['NOT_A_MEMBER', 'KEY_NOT_SCOPED_TO_PROJECT', 'KEY_NOT_SCOPED_TO_ORGANIZATION', 'KEYS_NOT_ALLOWED'];

it('describes every error code where clients of GraphQL meet it', () => {
  const typed = (schema.getType('ErrorCode') as GraphQLEnumType).getValues().map(({ name }) => name);
  const topLevel = [...String(schema.getQueryType()?.description).matchAll(/`([A-Z_]+)`/g)].map(([, code]) => code);
  const undescribed = Object.keys(HTTP_STATUS).filter((code) => ![...typed, ...topLevel, ...REST_ONLY].includes(code));
  expect(undescribed).toEqual([]);
  expect(topLevel).toEqual(expect.arrayContaining(['UNAUTHENTICATED', 'RATE_LIMITED', 'TOO_COMPLEX', 'UNAVAILABLE']));
});
