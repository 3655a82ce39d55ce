import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lockDataFolder } from '../../../src/db/data-folder-lock.ts';
import { createDatabase, type Database } from '../../../src/db/database.ts';
import { findProcess } from '../../../src/db/running-process.ts';
import { createOwner, OWNER } from '../../support/owner.ts';

let root: string;
let folder: string;
let made = 0;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'data-folder-'));
  const db = await open(path.join(root, 'migrated'));
  await db.close();
});

beforeEach(() => {
  made += 1;
  folder = path.join(root, `folder-${made}`);
});

afterAll(() => rm(root, { recursive: true, force: true }));

function open(dataDir: string): Promise<Database> {
  return createDatabase({ databaseUrl: undefined, dataDir, databasePoolSize: 1 });
}

describe('an embedded database', () => {
  it('keeps what was written, and can be opened again at once', async () => {
    await cp(path.join(root, 'migrated'), folder, { recursive: true });
    const first = await open(folder);
    await createOwner(first);
    await first.prisma.project.create({ data: { name: 'Kept', token: 'phc_kept', organizationId: OWNER } });
    await first.close();
    const second = await open(folder);
    expect(await second.prisma.project.count()).toBe(1);
    await second.close();
    expect(await readdir(folder)).toEqual(['pgdata']);
  });

  it('is refused to a second opener, by folder and process, and the first goes on', async () => {
    await cp(path.join(root, 'migrated'), folder, { recursive: true });
    const first = await open(folder);
    await expect(open(folder)).rejects.toThrow(`The data folder ${folder} is in use by process ${process.pid}`);
    expect(await first.prisma.project.count()).toBe(0);
    await first.close();
  });

  it('starts anew when an earlier process died while making it', async () => {
    await mkdir(path.join(folder, 'pgdata.new'), { recursive: true });
    await writeFile(path.join(folder, 'pgdata.new', 'PG_VERSION'), '17');
    const db = await open(folder);
    expect(await db.prisma.project.count()).toBe(0);
    await db.close();
  });

  it('gives the folder free when it cannot be opened', async () => {
    await mkdir(path.join(folder, 'pgdata'), { recursive: true });
    await writeFile(path.join(folder, 'pgdata', 'PG_VERSION'), 'nonsense');
    await expect(open(folder)).rejects.toThrow();
    expect(existsSync(path.join(folder, 'lock'))).toBe(false);
  });

  it('has every acknowledged row after its process was killed, again and again', async () => {
    await cp(path.join(root, 'migrated'), folder, { recursive: true });
    let last = 0;
    for (const enough of [30, 60, 90]) {
      last = await writeAndKill(last + 1, enough);
      const db = await open(folder);
      const rows = await db.sql.query<{ id: number }>('SELECT id FROM projects ORDER BY id');
      await db.close();
      expect(rows.length).toBeGreaterThanOrEqual(enough);
      expect(rows.slice(0, last).map((row) => row.id)).toEqual(Array.from({ length: last }, (_, n) => n + 1));
      // One more may have been written than was acknowledged.
      expect(rows.length - last).toBeLessThanOrEqual(1);
      last = rows.length;
    }
  });
});

/** Has another process write rows from `first` on, and kills it when it has acknowledged number `enough`. Gives the last that it acknowledged. */
async function writeAndKill(first: number, enough: number): Promise<number> {
  const writer = new URL('./embedded-writer.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', writer, folder, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  // Its output ends before the process is gone, and the folder is its own until then.
  const gone = once(child, 'exit');
  let last = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last === enough) child.kill('SIGKILL');
  }
  await gone;
  expect(last).toBeGreaterThanOrEqual(enough);
  return last;
}

describe('the lock of a data folder', () => {
  const lockFile = () => path.join(folder, 'lock');

  async function writeLock(owner: object | string): Promise<void> {
    await mkdir(folder, { recursive: true });
    await writeFile(lockFile(), typeof owner === 'string' ? owner : JSON.stringify(owner));
  }

  async function withSleeper(work: (child: ChildProcess & { pid: number }) => Promise<void>): Promise<void> {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    try {
      await work(child as ChildProcess & { pid: number });
    } finally {
      child.kill('SIGKILL');
    }
  }

  async function deadPid(): Promise<number> {
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.once('exit', resolve));
    return child.pid as number;
  }

  it('names its owner, and goes when it is released', async () => {
    const release = await lockDataFolder(folder);
    expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toEqual({
      pid: process.pid,
      startedAt: findProcess(process.pid)?.startedAt ?? null,
      host: hostname(),
    });
    await release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is taken over from a dead process', async () => {
    await writeLock({ pid: await deadPid(), startedAt: null, host: hostname() });
    const release = await lockDataFolder(folder);
    expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({ pid: process.pid });
    await release();
  });

  it('is taken over when its pid belongs to another process by now', async () => {
    await withSleeper(async ({ pid }) => {
      await writeLock({ pid, startedAt: 'long ago', host: hostname() });
      const isTold = findProcess(pid)?.startedAt !== null;
      if (isTold) await (await lockDataFolder(folder))();
      else await expect(lockDataFolder(folder)).rejects.toThrow(`in use by process ${pid}`);
    });
  });

  it('holds while another process lives', async () => {
    await withSleeper(async ({ pid }) => {
      await writeLock({ pid, startedAt: findProcess(pid)?.startedAt, host: hostname() });
      await expect(lockDataFolder(folder)).rejects.toThrow(`The data folder ${folder} is in use by process ${pid}`);
    });
  });

  it('holds when it is of another host, or cannot be read', async () => {
    await writeLock({ pid: 1, startedAt: '1', host: 'elsewhere' });
    await expect(lockDataFolder(folder)).rejects.toThrow(`belongs to process 1 on host elsewhere`);
    await writeLock('');
    await expect(lockDataFolder(folder)).rejects.toThrow(`cannot be read. If no process uses the folder, remove ${lockFile()}`);
    expect(await readdir(folder)).toEqual(['lock']);
  });

  it('goes to one of many that want it from a dead process at once', async () => {
    await writeLock({ pid: await deadPid(), startedAt: null, host: hostname() });
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataFolder(folder)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['lock']);
  });
});
