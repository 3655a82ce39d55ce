import { describe, expect, it } from 'vitest';
import { databaseUrlProblem, redisUrlProblem } from '../../../src/config/connection-url.ts';

describe('the URL of a database', () => {
  it.each([
    'postgresql://127.0.0.1/tours',
    'postgres://me@db.example.com:6432/tours',
    'postgresql://me:secret@db.example.com/tours?sslmode=require&options=-c%20search_path%3Dtours',
    'postgresql://me:p%40ss%231@db.example.com/tours',
    'postgresql://me:p@ss@db.example.com/tours',
    'postgresql://me:a:b@db.example.com/tours',
    'postgresql://db.example.com/tours?user=me@tenant&password=secret',
    'postgresql:///tours?host=/var/run/postgresql',
    'postgresql://me:secret@[::1]:5432/tours',
    'POSTGRESQL://me@db/tours',
  ])('can be %s', (url) => {
    expect(databaseUrlProblem(url)).toBeNull();
  });

  it.each([
    'mysql://root@db/tours',
    'db.example.com/tours',
    'postgresql:tours',
    'postgresql://db:port/tours',
    'postgresql://db:99999/tours',
  ])('cannot be %s', (url) => {
    expect(databaseUrlProblem(url)).toBe('expected postgresql://user:password@host:port/database');
  });

  it.each(['p@ss#1', 'a#b', 'a/b', 'a?b', '50%', '100%zz', 'a/b@c', 'a@b/c', '1#', '1/2', '1?2', '#', '/', '?', '1/2?3', 'ü/'])(
    'cannot have the password %s as it is',
    (password) => {
      const problem = databaseUrlProblem(`postgresql://me:${password}@db.example.com/tours`);
      expect(problem).toMatch(/^expected postgresql:.*percent-encoded.*"#" as "%23"/);
    },
  );
});

describe('the URL of Redis', () => {
  it.each(['redis://127.0.0.1:6379/1', 'rediss://:secret@cache.example.com', 'redis://me:p%23ss@cache'])('can be %s', (url) => {
    expect(redisUrlProblem(url)).toBeNull();
  });

  it.each(['redis://:p#ss@cache:6379', 'redis://:p/ss@cache:6379', 'redis://:p?ss@cache:6379'])('cannot be %s', (url) => {
    expect(redisUrlProblem(url)).toMatch(/^expected redis:.*percent-encoded/);
  });
});
