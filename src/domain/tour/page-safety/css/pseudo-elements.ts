import { SCROLL_BAR_CLASSES, STATE_CLASSES } from './pseudo-classes.ts';

// The names that Chromium knows, in lower case, and what it lets follow each. It refuses a selector with any other
// name, except that all names with `-webkit-` are taken.

/** What may follow a pseudo-element within a compound selector. `:is()` and `:where()` may follow nearly all. */
export interface Followers {
  /** Pseudo-classes without parentheses. */
  classes: ReadonlySet<string> | 'ALL';
  /** `ALL`: the functional pseudo-classes that tell the state of an element may follow, too. */
  elements: ReadonlySet<string> | 'ALL';
  isRefusingLists?: true;
}

const names = (list: string): ReadonlySet<string> => new Set(list === '' ? [] : list.split(' '));

const INTERACTION = 'active focus focus-visible focus-within hover';
const ANYTHING: Followers = { classes: 'ALL', elements: 'ALL' };
const NOTHING: Followers = { classes: names(''), elements: names('') };
const ELEMENT: Followers = { classes: STATE_CLASSES, elements: 'ALL' };
const CONTROL: Followers = { classes: names(INTERACTION), elements: names('') };
const SCROLL_BAR: Followers = { classes: SCROLL_BAR_CLASSES, elements: names('') };
const BEFORE: Followers = { classes: names(''), elements: names('marker') };
const TRANSITION: Followers = { classes: names('only-child'), elements: names('') };

const SLOTTED: Followers = {
  classes: names(''),
  elements: names(
    'after backdrop before checkmark details-content file-selector-button interest-button marker permission-icon picker picker-icon placeholder select-listbox view-transition view-transition-group view-transition-group-children view-transition-image-pair view-transition-new view-transition-old',
  ),
  isRefusingLists: true,
};

const FOLLOWERS: readonly (readonly [names: string, followers: Followers])[] = [
  [
    'backdrop checkmark first-letter first-line grammar-error interest-button marker picker-icon placeholder spelling-error target-text view-transition highlight cue()',
    NOTHING,
  ],
  ['after before', BEFORE],
  ['details-content permission-icon select-listbox part picker', ELEMENT],
  ['cue file-selector-button -internal-media-controls-overlay-cast-button', CONTROL],
  ['scroll-button', { classes: names(`${INTERACTION} disabled enabled`), elements: names('') }],
  ['scroll-marker', { classes: names(`${INTERACTION} target-after target-before target-current`), elements: names('') }],
  ['scroll-marker-group', { classes: names('focus-within hover'), elements: names('') }],
  ['search-text', { classes: names('current'), elements: names('') }],
  ['selection', { classes: names('window-inactive'), elements: names('') }],
  ['column', { classes: names(''), elements: names('scroll-marker'), isRefusingLists: true }],
  ['slotted', SLOTTED],
  ['view-transition-group view-transition-group-children view-transition-image-pair view-transition-new view-transition-old', TRANSITION],
  [
    '-webkit-scrollbar -webkit-scrollbar-button -webkit-scrollbar-corner -webkit-scrollbar-thumb -webkit-scrollbar-track -webkit-scrollbar-track-piece -webkit-resizer',
    SCROLL_BAR,
  ],
];

const BY_NAME = new Map(FOLLOWERS.flatMap(([list, followers]) => [...names(list)].map((name) => [name, followers] as const)));

/** What may follow a pseudo-element of this name; null: there is none yet. `::cue(…)` is called `cue()`. */
export function followersOf(name: string | null): Followers {
  return name === null ? ANYTHING : (BY_NAME.get(name) ?? CONTROL);
}

/** What stands between the parentheses of a pseudo-element. */
export type ElementArgument = 'COMPOUND' | 'COMPOUNDS' | 'NAME' | 'NAMES' | 'TRANSITION' | 'SELECT' | 'DIRECTION';

export const FUNCTIONAL_ELEMENTS: ReadonlyMap<string, ElementArgument> = new Map<string, ElementArgument>([
  ['slotted', 'COMPOUND'],
  ['cue', 'COMPOUNDS'],
  ['part', 'NAMES'],
  ['highlight', 'NAME'],
  ['picker', 'SELECT'],
  ['scroll-button', 'DIRECTION'],
  ['view-transition-group', 'TRANSITION'],
  ['view-transition-group-children', 'TRANSITION'],
  ['view-transition-image-pair', 'TRANSITION'],
  ['view-transition-new', 'TRANSITION'],
  ['view-transition-old', 'TRANSITION'],
]);

/** Those that may be written with a single colon. */
export const LEGACY_ELEMENTS = names('after before first-letter first-line');

/** Whether a pseudo-element without parentheses has this name. */
export function isPseudoElement(name: string): boolean {
  if (name.startsWith('-webkit-')) return true;
  return BY_NAME.has(name) && (name === 'cue' || !FUNCTIONAL_ELEMENTS.has(name));
}

export const DIRECTIONS = names('left right up down block-start block-end inline-start inline-end');
