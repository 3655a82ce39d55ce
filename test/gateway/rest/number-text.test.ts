import { describe, expect } from 'vitest';
import { printNumber } from '../../../src/rest/python-number.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { invalid } from '../../support/problem-body.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

/** As Python 3.11 prints them. */
const PRINTED: [literal: string, text: string][] = [
  ['5', '5'],
  ['1.50', '1.5'],
  ['5.0', '5.0'],
  ['-0', '0'],
  ['-0.0', '-0.0'],
  ['1e2', '100.0'],
  ['1E15', '1000000000000000.0'],
  ['1e16', '1e+16'],
  ['-1.5e300', '-1.5e+300'],
  ['0.0001', '0.0001'],
  ['0.00001', '1e-05'],
  ['2.5e-12', '2.5e-12'],
  ['123456789012345678901234567890', '123456789012345678901234567890'],
  ['9007199254740993', '9007199254740993'],
  ['1e400', 'inf'],
  ['-Infinity', '-inf'],
  ['NaN', 'nan'],
];

const it = gatewayTest();

describe('a number', () => {
  it.each(PRINTED)('%s is printed as %s', (literal, text) => {
    expect(printNumber(literal)).toBe(text);
  });
});

describe('over HTTP', () => {
  let gateway: TestApp;
  let tours: RestTours;
  let id: string;
  it.beforeAll(async ({ gateway: started }) => {
    gateway = started;
    tours = restTours(gateway, gateway.projectId);
    id = (await tours.create()).id;
  });

  const patch = (body: string) => tours.sendRaw('PATCH', `/${id}/`, body);

  it.each(PRINTED)('the number %s is the text %s, whatever else is in the body', async (literal, text) => {
    const answer = await patch(
      `{"content": {"name": 7.0, "n": [${'1.0,'.repeat(3)}2]}, "name": 1, "name": ${literal}, "description": ${literal}}`,
    );
    expect(answer).toMatchObject({ status: 200, body: { name: text, description: text } });
  });

  it.each(['1e16', '1e30', '1.5', '1e400', 'NaN'])('%s is no integer', async (literal) => {
    expect(await patch(`{"linked_flag_id": ${literal}}`)).toMatchObject({
      body: invalid('A valid integer is required.', 'linked_flag_id'),
    });
  });

  it.each(['1e15', '999999.0', '9223372036854775808', '"99999999999999999999"'])('%s is the id of no flag', async (literal) => {
    expect(await patch(`{"linked_flag_id": ${literal}}`)).toMatchObject({ body: invalid('Feature Flag with this ID does not exist') });
  });

  it('a number is no choice, and is told as it is printed', async () => {
    const detail = '"5.0" is not a valid choice.';
    expect((await patch('{"creation_context": 5.0}')).body).toEqual(invalid(detail, 'creation_context', 'invalid_choice'));
  });
});
