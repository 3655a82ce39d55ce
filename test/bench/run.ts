import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createDatabase, postgresVersion } from './database.ts';
import { startGateway } from './gateway.ts';
import { installPeers, PEER_NAMES, type Peer, peerVersions, startPeer } from './peers.ts';
import { printReport, printSection } from './report.ts';
import { seedTours } from './seed.ts';
import { type Server, startServer } from './server.ts';
import type { Bench, Section, Work } from './work.ts';
import { capture } from './works/capture.ts';
import { draftSave } from './works/draft-save.ts';
import { draftStatus } from './works/draft-status.ts';
import { list } from './works/list.ts';
import { memory } from './works/memory.ts';
import { oneTour } from './works/one-tour.ts';
import { paging } from './works/paging.ts';
import { publish } from './works/publish.ts';
import { rest } from './works/rest.ts';
import { sdk } from './works/sdk.ts';
import { search } from './works/search.ts';
import { startUp } from './works/start-up.ts';

const WORKS: Work[] = [oneTour, list, rest, draftStatus, sdk, capture, draftSave, publish, search, paging, startUp, memory];

/** Measures the gateway beside floors and peers on PostgreSQL, and writes RESULTS.md beside this file, unless told another place. */
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: WORKS.map((work) => work.name).join(',') },
    peers: { type: 'string', default: PEER_NAMES.join(',') },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    out: { type: 'string', default: path.join(import.meta.dirname, 'RESULTS.md') },
    sizes: { type: 'string', default: '100,1000,10000,100000' },
    'memory-requests': { type: 'string', default: '200000' },
  },
});
const rounds = Number(options.rounds);
const seconds = Number(options.seconds);

const works = options.only.split(',').map((name) => {
  const found = WORKS.find((work) => work.name === name);
  if (!found) throw new Error(`No work is called ${name}: ${WORKS.map((work) => work.name).join(', ')}`);
  return found;
});

const peerNames = options.peers === 'none' || works.every((work) => !work.hasPeers) ? [] : options.peers.split(',');
if (peerNames.length > 0) installPeers();

const database = await createDatabase();
const servers: Server[] = [];
const peers: Peer[] = [];
const sections: Section[] = [];
try {
  const gateway = await startGateway(database.url);
  servers.push(gateway);
  const seeded = await seedTours(database, 100);
  const floor = await startServer('test/bench/floor/server.ts', [], { env: { DATABASE_URL: database.url } });
  servers.push(floor);
  for (const name of peerNames) {
    const peer = await startPeer(name, database.url);
    servers.push(peer.server);
    peers.push(peer);
  }
  const bench: Bench = {
    database,
    seeded,
    gateway,
    floor,
    peers,
    rounds,
    seconds,
    sizes: options.sizes.split(',').map(Number),
    memoryRequests: Number(options['memory-requests']),
  };
  for (const work of works) {
    for (const section of await work.run(bench)) {
      sections.push(section);
      if (section.results.length > 0) console.log(printSection(section));
    }
  }
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await database.drop();
}

const revision = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, PostgreSQL ${await postgresVersion()}`;
const report = printReport(
  `\`npm run bench -- --only ${options.only} --peers ${options.peers} --rounds ${rounds} --seconds ${seconds}\`, ${new Date().toISOString().slice(0, 10)}, at ${revision}: ${machine},
with PostgreSQL, all servers and the load on the same machine. Sixteen connections send one request after the other; the contenders take turns in each round of
${seconds} seconds; figures are medians of ${rounds} rounds. All servers run with NODE_ENV=production, the Node flags of \`npm start\` and at most ten connections to the database, six for search and paging. The gateway checks a key with every
request, floors and peers check none; nobody logs requests. Before anything is measured, all contenders' answers are compared as values; while it is, every answer with the bytes that were
compared, or, where answers change, with what they must say. CPU is the server's own processor time for each answer, without the database's.
What subscriptions leave in memory is measured in LIVE.md; what is to be known of the recorded run stands in NOTES.md.

Peers: ${peerNames.length > 0 ? peerVersions() : 'none in this run'}.`,
  sections,
);
writeFileSync(options.out, report);
console.log(report.slice(report.indexOf('## What'), report.indexOf('## All')));
