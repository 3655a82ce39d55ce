#!/usr/bin/env -S node --max-semi-space-size=32
// An old Node must be able to read this file, so that it can say what is wrong: nothing here is newer than ES2020, and nothing is imported first.
const NEEDED = [20, 19] as const;

const [major, minor] = process.versions.node.split('.').map(Number) as [number, number];
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(`tour-gateway: Node ${NEEDED.join('.')} or newer is needed; this is Node ${process.versions.node}.`);
  process.exit(1);
} else {
  import('./cli/main.ts').then(({ main }) => main(process.argv.slice(2)));
}
