import { expect, it } from 'vitest';
import { createUnreadOutput } from '../../../src/limits/unread-output.ts';

const LIMITS = { process: 1000, project: 800, user: 600, key: 400 };

/** Connections whose ends are noted. */
function outputOf() {
  const unread = createUnreadOutput(LIMITS);
  const ends: string[] = [];
  const open = (name: string, projectId = 1, userId = 1, keyId = 'key') =>
    unread.open({ keyId, userId, projectId }, { drain: (reason) => ends.push(`${name}: ${reason}`), destroy: () => ends.push(`${name}!`) });
  return { unread, ends, open };
}

it('drains the connection of a key that has not been read for longest, and spares the others', () => {
  const { unread, ends, open } = outputOf();
  const [a, b, c] = [open('a'), open('b'), open('c')];
  const stranger = open('stranger', 2, 2, 'other');
  stranger.hold(390);
  a.hold(250);
  b.hold(150);
  expect(ends).toEqual([]);
  c.hold(1);
  expect(ends).toEqual(['a: Too many unread bytes with this key or token: the limit is 400.']);
  c.hold(200);
  expect(ends).toHaveLength(1);
  expect(unread.bytes()).toBe(390 + 250 + 150 + 200);
});

it('destroys a connection when a project is draining as much again', () => {
  const { unread, ends, open } = outputOf();
  open('a').hold(401);
  open('b').hold(401);
  expect(ends).toEqual(['a: Too many unread bytes with this key or token: the limit is 400.', 'b!']);
  expect(unread.bytes()).toBe(401);
});

it('frees what is read and what has closed', () => {
  const { unread, ends, open } = outputOf();
  const [a, b] = [open('a'), open('b')];
  for (let n = 0; n < 10; n++) {
    a.hold(400);
    a.hold(0);
    b.hold(400);
    b.hold(0);
  }
  a.hold(300);
  a.close();
  a.hold(300);
  b.hold(400);
  expect(ends).toEqual([]);
  expect(unread.bytes()).toBe(400);
});

it('drains the largest of all when the process holds too much', () => {
  const { ends, open } = outputOf();
  open('large', 1, 1, 'a').hold(400);
  open('medium', 1, 2, 'b').hold(390);
  open('small', 2, 3, 'c').hold(205);
  expect(ends).toEqual([expect.stringMatching(/^large: .* on this server: the limit is 1000/)]);
});
