import { describe, expect } from 'vitest';
import { SPACE, trim } from '../../../src/domain/white-space.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { invalid } from '../../support/problem-body.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

/** Every character that Python 3.11's `str.strip` takes away. */
const SPACES =
  '\t\n\v\f\r\u001c\u001d\u001e\u001f \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';

/** White space to others, or to the eye. */
const NO_SPACES = ['\ufeff', '\u200b', '\u180e', '\u2060', '\u001b', '\u007f', '\u0084'];

const it = gatewayTest();

describe('white space', () => {
  it('is the one of Python, of all code points', () => {
    const isSpace = new RegExp(SPACE);
    const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    expect(all.filter((character) => isSpace.test(character)).join('')).toBe(SPACES);
  });

  it('is trimmed in one pass, however much there is inside', () => {
    const inside = `a${' '.repeat(1_000_000)}b`;
    expect(trim(`${SPACES}${inside}${SPACES}`)).toBe(inside);
    expect(trim(SPACES)).toBe('');
  });
});

describe('over HTTP', () => {
  let gateway: TestApp;
  let tours: RestTours;
  it.beforeAll(async ({ gateway: started }) => {
    gateway = started;
    tours = restTours(gateway, gateway.projectId);
  });

  it.each([...SPACES])('%j is trimmed from name and description, and by itself no name', async (space) => {
    const { name, description } = await tours.create({ name: `${space}a${space}b${space}${space}`, description: space });
    expect([name, description]).toEqual([`a${space}b`, '']);
    const blank = await tours.send('POST', '/', { name: space });
    expect(blank).toMatchObject({ status: 400, body: invalid('This field may not be blank.', 'name', 'blank') });
    expect((await tours.send('GET', `/?limit=${encodeURIComponent(`${space}1${space}`)}`)).body.results).toHaveLength(1);
    expect((await tours.send('GET', `/?search=${encodeURIComponent(space)}`)).body.count).toBeGreaterThan(0);
  });

  it.each(NO_SPACES)('%j stays', async (character) => {
    const name = `${character}a${character}`;
    expect(await tours.create({ name, description: character })).toMatchObject({ name, description: character });
  });

  it('a publish trims as a write does', async () => {
    const { id } = await tours.create();
    const { draft_content } = await tours.draft(id, { name: '\u0085Drafted\u001c' });
    expect(draft_content.name).toBe('\u0085Drafted\u001c');
    expect(await tours.publish(id)).toMatchObject({ name: 'Drafted' });
  });
});
