import type { JsonObject } from '../../../json/json-object.ts';
import type { FieldCode, PageCode } from '../../errors.ts';

/** What the SDK evaluates of a tour's content. Values are as they are stored: of any type. */
export interface PageContent {
  steps: readonly unknown[];
  conditions: JsonObject;
  appearance: JsonObject;
}

/**
 * CRASH: the SDK throws, which stops all tours of the page or the page's own code. ERROR: the SDK cannot evaluate the
 * value, so that the tour does not do what it says. WARNING: probably a mistake.
 */
type PageSeverity = 'CRASH' | 'ERROR' | 'WARNING';

/** A value in a tour's content that the SDK cannot evaluate. */
export interface PageProblem {
  severity: PageSeverity;
  /** The keys that lead from the content to the value. */
  at: readonly (string | number)[];
  code: FieldCode | PageCode;
  message: string;
}

/** Finds the problems of one topic. Takes time linear in the content. */
export type PageRule = (content: PageContent) => Iterable<PageProblem>;

type At = readonly (string | number)[];
type Code = PageProblem['code'];

export const crash = (at: At, code: Code, message: string): PageProblem => ({ severity: 'CRASH', at, code, message });
export const error = (at: At, code: Code, message: string): PageProblem => ({ severity: 'ERROR', at, code, message });
export const warning = (at: At, code: Code, message: string): PageProblem => ({ severity: 'WARNING', at, code, message });
