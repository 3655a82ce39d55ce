// The names that Chromium knows, in lower case. It refuses a selector with any other name.
// test/slow/browser/selectors.test.ts compares them with a browser.

/** Pseudo-classes that an element in the document can match, wherever it stands. */
const STATES = [
  '-internal-autofill-previewed -internal-autofill-selected -internal-dialog-in-top-layer -internal-menulist-popover-with-menulist-anchor',
  '-internal-popover-in-top-layer -internal-relative-anchor -internal-select-has-slotted-button -internal-text-field -webkit-any-link',
  '-webkit-autofill -webkit-drag -webkit-full-page-media -webkit-full-screen -webkit-full-screen-ancestor active active-view-transition any-link',
  'autofill checked default defined disabled enabled focus focus-visible focus-within fullscreen future hover in-range indeterminate',
  'interest-source interest-target invalid link modal navigation-source open optional out-of-range past picture-in-picture placeholder-shown',
  'popover-open read-only read-write required target target-after target-before target-current user-invalid user-valid valid visited',
  'window-inactive xr-overlay',
];

/** Pseudo-classes that say where an element stands. */
const PLACES = ['empty first-child first-of-type last-child last-of-type only-child only-of-type root scope host current'];

/** Pseudo-classes of scroll bars. */
const SCROLL_BAR = ['corner-present decrement double-button end horizontal increment no-button single-button start vertical'];

const setOf = (lists: readonly string[]): ReadonlySet<string> => new Set(lists.flatMap((list) => list.split(' ')));

export const STATE_CLASSES = setOf(STATES);
export const SCROLL_BAR_CLASSES = setOf([...SCROLL_BAR, 'active disabled enabled hover window-inactive']);
export const PSEUDO_CLASSES = setOf([...STATES, ...PLACES, ...SCROLL_BAR]);

/** What stands between the parentheses of a pseudo-class. */
export type ClassArgument =
  | 'ANYTHING'
  | 'SELECTORS'
  | 'RELATIVE_SELECTORS'
  | 'COMPOUND'
  | 'COMPOUNDS'
  | 'NTH'
  | 'NTH_OF'
  | 'NAME'
  | 'NAMES';

export const FUNCTIONAL_CLASSES: ReadonlyMap<string, ClassArgument> = new Map<string, ClassArgument>([
  // Whatever these two cannot read, they leave out.
  ['is', 'ANYTHING'],
  ['where', 'ANYTHING'],
  ['not', 'SELECTORS'],
  ['has', 'RELATIVE_SELECTORS'],
  ['host', 'COMPOUND'],
  ['host-context', 'COMPOUND'],
  ['-webkit-any', 'COMPOUNDS'],
  ['nth-child', 'NTH_OF'],
  ['nth-last-child', 'NTH_OF'],
  ['nth-of-type', 'NTH'],
  ['nth-last-of-type', 'NTH'],
  ['lang', 'NAME'],
  ['dir', 'NAME'],
  ['state', 'NAME'],
  ['active-view-transition-type', 'NAMES'],
]);

/** Functional pseudo-classes that a pseudo-element which stands for an element takes. */
export const STATE_FUNCTIONS: ReadonlySet<string> = new Set(['lang', 'dir', 'state', 'active-view-transition-type']);
