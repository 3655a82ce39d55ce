import { type Collection, createCollection } from './collection.ts';
import { type Contender, measure } from './measure.ts';
import { median } from './statistics.ts';
import { type Bench, ratios, type Section } from './work.ts';

/** What the largest collection is held against. */
const REFERENCE = 1_000;

type Side = Omit<Contender, 'name' | 'server' | 'group'>;

/** The same question asked of collections of several sizes. */
export interface Question {
  title: string;
  /** That more tours have more to answer, so that it may cost more. */
  answerGrows?: boolean;
  gateway(collection: Collection): Side | Promise<Side>;
  floor(collection: Collection): Side | Promise<Side>;
}

const nameOf = (who: string, size: number) => `${who}, ${size.toLocaleString('en')} tours`;

/** How the cost of each question grows with the number of tours. */
export async function measureGrowth(bench: Bench, questions: readonly Question[]): Promise<Section[]> {
  const collections: Collection[] = [];
  try {
    for (const size of bench.sizes) collections.push(await createCollection(size));
    const sections: Section[] = [];
    for (const question of questions) sections.push(await measureQuestion(bench, collections, question));
    return sections;
  } finally {
    await Promise.all(collections.map((collection) => collection.stop()));
  }
}

async function measureQuestion(
  bench: Bench,
  collections: readonly Collection[],
  { title, answerGrows, gateway, floor }: Question,
): Promise<Section> {
  const contenders: Contender[] = [];
  for (const collection of collections) {
    const group = String(collection.size);
    contenders.push({ ...(await floor(collection)), name: nameOf('floor', collection.size), server: collection.floor, group });
    contenders.push({ ...(await gateway(collection)), name: nameOf('gateway', collection.size), server: collection.gateway, group });
  }
  const results = await measure(contenders, bench);
  const sizes = collections.map((collection) => collection.size);
  const largest = Math.max(...sizes);
  const reference = sizes.includes(REFERENCE) ? REFERENCE : Math.min(...sizes);
  const cost = `${title}: cost at ${largest.toLocaleString('en')} tours`;
  const against = (size: number) => ratios(results, nameOf('gateway', size), nameOf('gateway', largest));
  // A small collection that is slow for reasons of its own must not make the largest look good.
  const cheapest = Math.max(...sizes.filter((size) => size !== largest).map((size) => median(against(size))), 1);
  const bars = [
    { text: `${cost} : at ${reference.toLocaleString('en')}`, values: against(reference), atMost: 3 },
    { text: `${cost} : at whichever size is cheapest`, values: [cheapest], atMost: 3 },
  ];
  const besideFloor = {
    text: `${title}: gateway : floor at ${largest.toLocaleString('en')} tours`,
    values: ratios(results, nameOf('gateway', largest), nameOf('floor', largest)),
    atLeast: 0.8,
  };
  return { title, base: nameOf('gateway', reference), results, bars: answerGrows ? [besideFloor] : [...bars, besideFloor] };
}
