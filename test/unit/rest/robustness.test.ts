import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Body, readBody } from '../../../src/rest/body.ts';
import { invalidField } from '../../../src/rest/problem.ts';
import { readTourWrite, type WriteMode } from '../../../src/rest/write-shape.ts';

const FIELDS = [
  'name',
  'description',
  'linked_flag_id',
  'targeting_flag_filters',
  'content',
  'auto_launch',
  'start_date',
  'end_date',
  'archived',
  'creation_context',
  'personal_api_key',
  '__proto__',
];
const MODES: WriteMode[] = ['create', 'patch', 'draft'];

const fieldName = fc.constantFrom(...FIELDS);
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'null', 'true', '5', '2024-01-01', '{}', '[NaN]', '\0', '\ud83d'));

/** Whatever comes in is read, or refused with a status of the client's. Returns which of the two. */
async function outcome(type: string, bytes: Uint8Array): Promise<'read' | 'refused'> {
  const result = await readBody({ headers: { 'content-type': type }, body: Buffer.from(bytes) });
  if ('refusal' in result) {
    expect(result.refusal.status).toBeGreaterThanOrEqual(400);
    expect(result.refusal.status).toBeLessThan(500);
    return 'refused';
  }
  return MODES.map((mode) => shape(result.body, mode)).includes('read') ? 'read' : 'refused';
}

function shape(body: Body, mode: WriteMode): 'read' | 'refused' {
  const result = readTourWrite(body, mode);
  if ('write' in result) return 'read';
  expect(invalidField(result.problem)).toMatchObject({ status: 400, body: { type: 'validation_error', detail: expect.any(String) } });
  return 'refused';
}

async function outcomes(cases: fc.Arbitrary<[string, Uint8Array]>): Promise<Record<'read' | 'refused', number>> {
  const seen = { read: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(cases, async ([type, bytes]) => {
      seen[await outcome(type, bytes)]++;
    }),
    { numRuns: 400 },
  );
  return seen;
}

describe('any body at all', () => {
  it('is read or refused as bytes', async () => {
    const types = fc.constantFrom(
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
      '',
      'a/b;c="',
    );
    const seen = await outcomes(fc.tuple(types, fc.uint8Array({ maxLength: 200 })));
    expect(seen.refused).toBeGreaterThan(50);
  });

  it('is read or refused as JSON', async () => {
    const values = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.dictionary(fieldName, fc.oneof(text, fc.jsonValue({ maxDepth: 3 }))));
    const seen = await outcomes(values.map((value) => ['application/json', Buffer.from(JSON.stringify(value))]));
    expect(seen.read).toBeGreaterThan(20);
    expect(seen.refused).toBeGreaterThan(20);
  });

  it('is read or refused as JSON that was cut off or spoilt', async () => {
    const values = fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 }));
    const spoilt = values.map(([json, at, piece]): [string, Uint8Array] => {
      const cut = at % (json.length + 1);
      return ['application/json', Buffer.from(json.slice(0, cut) + piece + json.slice(cut + 1))];
    });
    expect((await outcomes(spoilt)).refused).toBeGreaterThan(50);
  });

  it('is read or refused as a form', async () => {
    const pairs = fc.array(fc.tuple(fieldName, text), { maxLength: 8 });
    const forms = pairs.map((entries): [string, Uint8Array] => [
      'application/x-www-form-urlencoded',
      Buffer.from(entries.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&')),
    ]);
    const seen = await outcomes(forms);
    expect(seen.read).toBeGreaterThan(20);
    expect(seen.refused).toBeGreaterThan(20);
  });
});
