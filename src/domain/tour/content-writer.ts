/** A step as a writer sees it: contract section 14, step 5. Ids stay in the gateway, and there are no images: it stores none. */
export interface StepToWrite {
  /** Its place among the steps to write for, from 0. Answers name it. */
  index: number;
  /** A tooltip at an element of the page, or a pop-up that stands by itself. */
  kind: 'element tooltip' | 'pop-up';
  /** What takes a person to the next step: `button` or `click`; null: the step does not say. */
  progressionTrigger: string | null;
  /** What the step says now, without tags, a line for each block; empty: nothing yet. */
  text: string;
  /** What the element says, where it was picked on the page. */
  elementText: string | null;
  /** The CSS selector of the element, where somebody typed one. */
  selector: string | null;
}

export interface WritingTask {
  /** What the tour is called and what it is to achieve; empty: not said. */
  title: string;
  goal: string;
  /** At least one. */
  steps: StepToWrite[];
  /** Whether somebody reads along: each text is wanted as soon as it is written, not only all of them together. */
  isFollowed: boolean;
}

export interface WrittenStep {
  index: number;
  title: string;
  description: string;
}

/**
 * Writes titles and descriptions for steps. Which writer is at work is a setting; none is the default. It may write in any order, leave steps out, and name
 * one twice or one that nobody knows. What it gave before it failed stays good.
 *
 * @param signal aborted when nobody waits for the texts any more
 * @throws GenerationError
 */
export type ContentWriter = (task: WritingTask, signal: AbortSignal) => AsyncIterable<WrittenStep>;
