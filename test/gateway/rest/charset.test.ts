import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});

/** A body whose name ends in é. */
const inJson = (name: string, encoding: BufferEncoding) => Buffer.from(`{"name": "${name} é"}`, encoding);

describe('a body is read in the charset that its type names', () => {
  it.each([
    ['application/json; charset=iso-8859-1', inJson('JSON 1', 'latin1')],
    ['application/json;charset="Latin-1"', inJson('JSON 2', 'latin1')],
    ['application/json; charset=windows-1252', inJson('JSON 3', 'latin1')],
    ['application/json; charset=utf-16', inJson('JSON 4', 'utf16le')],
    ['application/json; charset=UTF-8', inJson('JSON 5', 'utf8')],
    ['application/json; charset=nobody-knows', inJson('JSON 6', 'utf8')],
    ['application/x-www-form-urlencoded; charset=iso-8859-1', Buffer.from('name=Form+1%20%E9&description', 'latin1')],
    ['application/x-www-form-urlencoded; charset=windows-1252', Buffer.from('&name=lost&name=Form%202+é', 'latin1')],
    ['application/x-www-form-urlencoded; charset=utf-8', Buffer.from('name=Form+3%20%C3%A9')],
  ])('%s', async (type, body) => {
    const answer = await tours.sendRaw('POST', '/', body, type);
    expect(answer).toMatchObject({ status: 201, body: { name: expect.stringMatching(/^(?:JSON|Form) \d é$/) } });
  });

  it.each([
    ['utf-8', Buffer.from([0x22, 0xe9, 0x22]), "'utf-8' codec can't decode byte 0xe9 in position 1: invalid continuation byte"],
    ['shift_jis', Buffer.from([0x22, 0xff, 0x22]), "'shift_jis' codec can't decode the body"],
  ])('and refused when it is none of %s', async (charset, body, message) => {
    const answer = await tours.sendRaw('POST', '/', body, `application/json; charset=${charset}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'parse_error', detail: `JSON parse error - ${message}` } });
  });
});
