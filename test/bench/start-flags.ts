import { readFileSync } from 'node:fs';
import path from 'node:path';

const { scripts } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8'));
const flags = /^node (?<flags>(?:--\S+ )*)dist\/cli\.js serve$/.exec(scripts.start)?.groups?.flags;
if (flags === undefined) throw new Error(`The start script is not understood: ${scripts.start}`);

/** What `npm start` gives Node. Every server that is measured gets it. */
export const START_FLAGS = flags.split(' ').filter(Boolean);
