import { describe, expect, it } from 'vitest';
import { createConnectionLimiter } from '../../../src/limits/connection-limiter.ts';
import { type Owner, shareLimits } from '../../../src/limits/fair-share.ts';
import { ownerOf } from '../../../src/limits/owner.ts';

const owner = (projectId: number, userId = projectId * 100, keyId = `key ${userId}`): Owner => ({ keyId, userId, projectId });

/** Takes places until there is none. @returns how many, and the message of the refusal */
function takeAll(limiter: ReturnType<typeof createConnectionLimiter>, of: Owner): [number, string] {
  for (let n = 0; ; n++) {
    try {
      limiter.take(of);
    } catch (error) {
      return [n, (error as Error).message];
    }
  }
}

describe('fair shares of 1,000 places', () => {
  const limits = shareLimits(1000, 80);

  it('leave half of a project’s share to other keys, and a quarter to other users', () => {
    expect(limits).toEqual({ process: 1000, project: 800, user: 600, key: 400 });
    const limiter = createConnectionLimiter('doors', limits);
    expect(takeAll(limiter, owner(1, 7, 'a'))).toEqual([400, 'Too many doors with this key or token: the limit is 400.']);
    expect(takeAll(limiter, owner(1, 7, 'b'))).toEqual([200, 'Too many doors for this user, with all keys and tokens: the limit is 600.']);
    expect(takeAll(limiter, owner(1, 8, 'c'))).toEqual([200, 'Too many doors for this project: the limit is 800.']);
    expect(limiter.open()).toBe(800);
  });

  it('keep a part of the reserve for each further project', () => {
    const limiter = createConnectionLimiter('doors', limits);
    const full = 'Too many doors on this server: the limit is 1000.';
    takeAll(limiter, owner(1, 11));
    takeAll(limiter, owner(1, 12));
    expect(limiter.open()).toBe(800);
    for (let projectId = 2; projectId < 22; projectId++) expect(takeAll(limiter, owner(projectId))).toEqual([10, full]);
    expect(takeAll(limiter, owner(22))).toEqual([0, full]);
  });

  it('count callers without a credential as one key', () => {
    const limiter = createConnectionLimiter('doors', limits);
    expect(takeAll(limiter, ownerOf(null))[0]).toBe(400);
    limiter.take(owner(1));
  });

  it('give a released place to another, once', () => {
    const limiter = createConnectionLimiter('doors', shareLimits(1, 100));
    const release = limiter.take(owner(1));
    expect(() => limiter.take(owner(1))).toThrow('the limit is 1');
    release();
    release();
    expect(limiter.open()).toBe(0);
    limiter.take(owner(1));
    expect(() => limiter.take(owner(1))).toThrow('the limit is 1');
  });
});

it('charges a connection to the project of its token, otherwise to the current one', () => {
  const actor = { keyId: 'k', userId: 1, projectIds: [1, 2, 3], scopedProjectIds: [] as number[], currentProjectId: 2 };
  expect(ownerOf(actor)).toEqual({ keyId: 'k', userId: 1, projectId: 2 });
  expect(ownerOf({ ...actor, scopedProjectIds: [4, 3] }).projectId).toBe(3);
  expect(ownerOf({ ...actor, currentProjectId: 9 }).projectId).toBe(1);
  expect(ownerOf({ ...actor, projectIds: [] }).projectId).toBeNull();
});
