import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { median } from '../statistics.ts';
import { type Broadcast, measureBroadcast } from './broadcast.ts';
import { type Churn, measureChurn } from './churn.ts';
import { type Editing, measureEditing } from './editing.ts';
import { measureWatching } from './watching.ts';

/** Measures live drafts on PostgreSQL and writes LIVE.md beside this folder: each figure the median of several rounds, with the least and the most. */
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    sockets: { type: 'string', default: '10000' },
    events: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '10' },
    churn: { type: 'string', default: '100000' },
  },
});
const rounds = Number(options.rounds);
const sockets = Number(options.sockets);
const seconds = Number(options.seconds);

interface Row {
  what: string;
  values: number[];
  unit: string;
  bar: string;
  isMet: boolean;
}

const rows: Row[] = [];
/** What else the machine had to do. */
const loadBefore = loadavg()[1] ?? 0;

function row(what: string, values: number[], unit: string, bar: string, isMet: (value: number) => boolean): void {
  const result = { what, values, unit, bar, isMet: isMet(median(values)) };
  rows.push(result);
  console.log(print(result));
}

function print({ what, values, unit, bar, isMet }: Row): string {
  const figures = [median(values), Math.min(...values), Math.max(...values)].map((value) => `${Number(value.toPrecision(3))}`);
  return `| ${what} | ${figures[0]}${unit} | ${figures[1]} to ${figures[2]} | ${bar} | ${isMet ? 'yes' : 'no'} |`;
}

async function times<Result>(work: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let round = 0; round < rounds; round++) results.push(await work());
  return results;
}

const watching = await times(() => measureEditing({ tours: 50, sockets: 1000, perSecond: 50, seconds }));
const saving = await times(() => measureEditing({ tours: 20, sockets: 20, perSecond: 200, seconds }));

const of = (key: keyof Editing, results: Editing[]) => results.map((result) => result[key]);

const editing = '50 saves a second, 1,000 subscribers of 50 tours';
row(`${editing}: save to event, p50`, of('p50', watching), ' ms', 'under 10 ms', (value) => value < 10);
row(`${editing}: save to event, p99`, of('p99', watching), ' ms', 'under 50 ms', (value) => value < 50);
row(`${editing}: events lost`, of('lost', watching), '', '0', (value) => value === 0);
row('200 saves a second of 20 tours: saves a second', of('savesPerSecond', saving), '', 'at least 195', (value) => value >= 195);
row('200 saves a second of 20 tours: events lost', of('lost', saving), '', '0', (value) => value === 0);
row('200 saves a second of 20 tours: save to event, p99', of('p99', saving), ' ms', '', () => true);

// Counts, which another round would only repeat. Keys that are looked up again and timers make a little more of them; another read for each event would be one.
const watched = await measureWatching(1000, 50);
const near = (count: number) => (value: number) => Math.abs(value - count) <= 0.25;
row('1,000 subscribers of one tour: reads of the database for each event', [watched.reads], '', 'one', near(1));
row('the same with the tour and its draft', [watched.readsWithTour], '', 'two', near(2));

for (const size of new Set([1, 100, sockets])) {
  const broadcasts = await times(() => measureBroadcast(size, Number(options.events)));
  const side = (name: 'gateway' | 'floor', key: keyof Broadcast) => broadcasts.map((round) => Number(round[name][key]));
  const ratio = (key: keyof Broadcast) => broadcasts.map(({ gateway, floor }) => Number(gateway[key]) / Number(floor[key]));
  const scaled = (values: number[], factor: number) => values.map((value) => value * factor);
  const readers = `${size.toLocaleString('en')} ${size === 1 ? 'subscriber' : 'subscribers'} of one tour, a save a second`;
  row(`${readers}: connected`, side('gateway', 'open'), '', `${size}`, (value) => value === size);
  row(`${readers}: events lost`, side('gateway', 'lost'), '', '0', (value) => value === 0);
  row(`${readers}: save to event, p50`, side('gateway', 'p50'), ' ms', '', () => true);
  row(`${readers}: save to event, p99`, side('gateway', 'p99'), ' ms', 'under 1,000 ms', (value) => value < 1000);
  row(
    `${readers}: processor time for a save and its events`,
    scaled(side('gateway', 'cpuPerDelivery'), size / 1000),
    ' ms',
    '',
    () => true,
  );
  if (size !== sockets) continue;
  row(`${readers}: database connections`, side('gateway', 'connections'), '', 'at most 20', (value) => value <= 20);
  row('processor time for each event delivered', side('gateway', 'cpuPerDelivery'), ' µs', '', () => true);
  row('the same of a bare ws broadcast', side('floor', 'cpuPerDelivery'), ' µs', '', () => true);
  row('processor time, gateway : bare ws', ratio('cpuPerDelivery'), '', 'within 3', (value) => value <= 3);
  row('memory of each idle subscriber', scaled(side('gateway', 'memoryPerSocket'), 1 / 1024), ' KiB', '', () => true);
  row('the same of a bare ws socket', scaled(side('floor', 'memoryPerSocket'), 1 / 1024), ' KiB', '', () => true);
  row('memory, gateway : bare ws', ratio('memoryPerSocket'), '', 'within 2', (value) => value <= 2);
}

const churn: Churn = await measureChurn(Number(options.churn));
const { before, after } = churn;
const churned = `${Number(options.churn).toLocaleString('en')} connects and disconnects`;
row(`heap in use after ${churned} : after a fifth of them`, [after.heap / before.heap], '', 'within 1.1', (value) => value <= 1.1);
row(`heap in use after ${churned}`, [after.heap / 2 ** 20], ' MiB', '', () => true);
row(`resident memory after ${churned}`, [after.resident / 2 ** 20], ' MiB', '', () => true);
row(`resident memory after a fifth of them`, [before.resident / 2 ** 20], ' MiB', '', () => true);
row(`sockets left after ${churned} beyond those after a fifth`, [after.sockets - before.sockets], '', 'at most 5', (value) => value <= 5);
row(`timers left after ${churned} beyond those after a fifth`, [after.timers - before.timers], '', 'at most 5', (value) => value <= 5);

const revision = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
writeFileSync(
  path.join(import.meta.dirname, '../LIVE.md'),
  `# Live drafts, measured

\`npm run bench:live -- --rounds ${rounds} --sockets ${sockets} --events ${options.events} --seconds ${seconds} --churn ${options.churn}\`, ${new Date().toISOString().slice(0, 10)}, at ${revision}: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, with PostgreSQL and all the
subscribers on the same machine. The gateway runs in a process of its own as \`npm start\` runs it; a bare \`ws\` server takes its turn in each round and
sends the same bytes. Memory is resident memory after the sockets were opened less before, after as many as 200 had come and gone; the heap in use is what is
left after a forced collection; latency runs from the
beginning of the save's request to the event in the subscriber's process. The load average of the five minutes before was ${loadBefore.toFixed(1)}.

| figure | median | from to | bar | met |
| --- | --- | --- | --- | --- |
${rows.map(print).join('\n')}
`,
);
