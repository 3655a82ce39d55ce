import { describe, expect, it } from 'vitest';
import { coerceBoolean, coerceChoice, coerceId, coerceText, type Source } from '../../../src/rest/coerce.ts';
import { coerceDatetime } from '../../../src/rest/coerce-datetime.ts';
import { coerceJson } from '../../../src/rest/coerce-json.ts';
import { printNumber } from '../../../src/rest/python-number.ts';

const NOT_A_MOMENT = {
  code: 'invalid_input',
  message: 'Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].',
};

/** A value that stood in JSON as JavaScript writes it. */
const from = (raw: unknown): Source => ({ kind: 'json', printed: () => printNumber(String(raw)) });
const FORM: Source = { kind: 'form', printed: () => '' };

describe('values of fields', () => {
  it.each([true, 1, 'true', 'True', 'TRUE', 't', 'T', 'y', 'yes', 'Yes', 'on', 'ON', '1'])('reads %j as true', (raw) => {
    expect(coerceBoolean(raw)).toEqual({ value: true });
  });

  it.each([false, 0, -0, 'false', 'F', 'n', 'NO', 'off', '0'])('reads %j as false', (raw) => {
    expect(coerceBoolean(raw)).toEqual({ value: false });
  });

  it.each([2, 'maybe', '', ' true', [], {}, Number.NaN])('reads %j as no boolean', (raw) => {
    expect(coerceBoolean(raw)).toEqual({ code: 'invalid_input', message: 'Must be a valid boolean.' });
  });

  it.each([
    [5, 5],
    [5.0, 5],
    ['5', 5],
    [' +5 ', 5],
    ['5.00', 5],
    ['1_000', 1000],
    [-3, -3],
  ])('reads %j as an id', (raw, value) => {
    expect(coerceId(raw, from(raw))).toEqual({ value });
  });

  it.each([1e10, '99999999999999999999', 2 ** 60])('reads %j, which no row can have, as the id of nothing', (raw) => {
    expect(coerceId(raw, from(raw))).toEqual({ value: 0 });
  });

  it.each([true, false, 1.5, -1e300, '1.5', '', 'abc', '1__0', '\ufeff1', Number.NaN, Number.POSITIVE_INFINITY, [], {}])(
    'reads %j as no id',
    (raw) => {
      expect(coerceId(raw, from(raw))).toEqual({ code: 'invalid_input', message: 'A valid integer is required.' });
    },
  );

  it('reads no number of more than a thousand digits', () => {
    const digits = '1'.repeat(1001);
    expect(coerceId(digits, from(digits))).toEqual({ code: 'max_string_length', message: 'String value too large.' });
  });

  it.each([
    ['  a ', '  a '],
    [5, '5'],
    [1.5, '1.5'],
    [Number.NaN, 'nan'],
  ])('reads %j as text', (raw, value) => {
    expect(coerceText(raw, from(raw))).toEqual({ value });
  });

  it.each([true, [], {}])('reads %j as no text', (raw) => {
    expect(coerceText(raw, from(raw))).toEqual({ code: 'invalid_input', message: 'Not a valid string.' });
  });

  it.each([
    ['foo', 'foo'],
    ['APP', 'APP'],
    [true, 'True'],
    [5, '5'],
    [[], '[…]'],
  ])('refuses the choice %j', (raw, shown) => {
    expect(coerceChoice(raw, from(raw), ['app', 'toolbar'])).toEqual({
      code: 'invalid_choice',
      message: `"${shown}" is not a valid choice.`,
    });
  });

  it('reads JSON as it is, and the text of a form as JSON', () => {
    expect(coerceJson('{"a":1}', from(null))).toEqual({ value: '{"a":1}' });
    expect(coerceJson('{"a":1}', FORM)).toEqual({ value: { a: 1 } });
    expect(coerceJson('null', FORM)).toEqual({ value: null });
  });

  it.each([
    [{ steps: [{ n: Number.NaN }] }, from(null)],
    [JSON.parse('[1e400]'), from(null)],
    ['', FORM],
    ['{', FORM],
    ['[NaN]', FORM],
  ])('refuses %j, which is no JSON', (raw, source) => {
    expect(coerceJson(raw, source)).toEqual({ code: 'invalid_input', message: 'Value must be valid JSON.' });
  });
});

describe('moments', () => {
  it.each([
    ['2024-01-01', '2024-01-01T00:00:00Z'],
    ['2024-02-29T10:20:30Z', '2024-02-29T10:20:30Z'],
    ['2024-01-01 10:20', '2024-01-01T10:20:00Z'],
    ['2024-01-01T10', '2024-01-01T10:00:00Z'],
    ['20240101', '2024-01-01T00:00:00Z'],
    ['20240101T102030', '2024-01-01T10:20:30Z'],
    ['2024-W01', '2024-01-01T00:00:00Z'],
    ['2020-W53-7', '2021-01-03T00:00:00Z'],
    ['2024W017T10', '2024-01-07T10:00:00Z'],
    ['2024-01-01T00:00:00+02:00', '2023-12-31T22:00:00Z'],
    ['2024-01-01T00:00:00-0530', '2024-01-01T05:30:00Z'],
    ['2024-01-01T00:00:00+02', '2023-12-31T22:00:00Z'],
    ['2024-1-2 3:4', '2024-01-02T03:04:00Z'],
    ['2024-01-01T00:00:00 Z', '2024-01-01T00:00:00Z'],
    ['2024-01-01T00:00:00\u0085\u001cZ', '2024-01-01T00:00:00Z'],
    ['20240101T1020 +02:00', '2024-01-01T08:20:00Z'],
    ['2024-W01T10 Z', '2024-01-01T10:00:00Z'],
    ['2024-01-01T00:00:00.5Z', '2024-01-01T00:00:00.500000Z'],
    ['2024-01-01T00:00:00,123456Z', '2024-01-01T00:00:00.123456Z'],
    ['2024-01-01T00:00:00.123456789Z', '2024-01-01T00:00:00.123456Z'],
    ['2024-01-01T00:00:00.0000001Z', '2024-01-01T00:00:00Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
    ['9999-12-31T23:59:59.999999Z', '9999-12-31T23:59:59.999999Z'],
  ])('reads %s', (raw, value) => {
    expect(coerceDatetime(raw)).toEqual({ value });
  });

  it.each([
    ['', 'tomorrow', '2024', '2024-01', '2024-01-01T', '2024-02-30', '2023-02-29', '2024-13-01', '0000-01-01', '2023-W53', '9999-W52-7'],
    [
      '2024-01-01T24:00',
      '2024-01-01T10:60',
      '2024-01-01T10:00:60',
      '2024-01-01T10:00+24:00',
      '2024-01-01T10:00z',
      '10:00',
      '2024-01-01T10:00\ufeffZ',
    ],
    [1_700_000_000, 5.5, true, [], {}],
  ])('refuses what is no moment (%#)', (...raws) => {
    for (const raw of raws) expect(coerceDatetime(raw), String(raw)).toEqual(NOT_A_MOMENT);
  });

  it.each(['0001-01-01T00:00:00+00:01', '9999-12-31T23:59:59-00:01'])('refuses %s, which no calendar reaches', (raw) => {
    expect(coerceDatetime(raw)).toEqual({ code: 'overflow', message: 'Datetime value out of range.' });
  });
});
