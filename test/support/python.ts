import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The one of the PATH may be another than the operating system's, which its packages are for. */
const PLACES = [process.env.PYTHON, 'python3', '/usr/bin/python3'];

const run = promisify(execFile);

let found: Promise<string> | undefined;

/**
 * A Python that has the library `requests`.
 *
 * @throws with the ways to get one, where there is none
 */
export function findPython(): Promise<string> {
  found ??= find();
  return found;
}

async function find(): Promise<string> {
  for (const place of PLACES) {
    if (!place) continue;
    const hasLibrary = await run(place, ['-c', 'import requests']).then(
      () => true,
      () => false,
    );
    if (hasLibrary) return place;
  }
  throw new Error(
    'These tests need a Python with the library requests and found none. Install it (`apt-get install python3-requests`, or `pip install requests`), or give the path of a Python that has it in the environment variable PYTHON.',
  );
}
