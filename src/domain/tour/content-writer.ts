/** A step as a writer sees it: its number, not its id. */
export interface StepToWrite {
  index: number;
  step: Record<string, unknown>;
}

interface WrittenStep {
  index: number;
  title: string;
  description: string;
}

/** Writes titles and descriptions for steps. Which writer is at work is a setting; none is the default. */
export type ContentWriter = (request: { title: string; goal: string; steps: StepToWrite[] }) => Promise<WrittenStep[]>;
