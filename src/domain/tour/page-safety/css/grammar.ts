import type { TokenReader } from './token-reader.ts';

/** What surrounds a selector, as far as it decides what the selector may hold. */
export interface SelectorContext {
  /** No pseudo-element may stand in it. */
  isWithoutElements?: boolean;
  /** No `:has()` may stand in it. */
  isWithoutHas?: boolean;
  /** No combinator may stand in it, and so no `:has()`; only what `:nth-child(… of …)` lists may have some. */
  isCompound?: boolean;
  /** The pseudo-element that the compound selector stands behind; null: none. */
  after?: string | null;
}

/** One compound, several with combinators between them, or these with a combinator before the first. */
export type SelectorForm = 'COMPOUND' | 'COMPLEX' | 'RELATIVE';

/** The readers of selectors, for the pseudo-classes that hold selectors: so that the files do not import each other. */
export interface Grammar {
  /** Selectors with commas between them, up to the end. The form is COMPLEX unless the context says otherwise. */
  readSelectorList(reader: TokenReader, context: SelectorContext, form?: SelectorForm): boolean;
  /** @returns the last pseudo-element in it; null if there is no compound selector */
  readCompound(reader: TokenReader, context: SelectorContext): { element: string | null } | null;
}
