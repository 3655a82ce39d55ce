import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface SampleTour {
  name: string;
  description: string;
  auto_launch: boolean;
  content: Record<string, unknown> & { steps: Record<string, unknown>[] };
  targeting_flag_filters?: unknown;
  start_date?: string;
  end_date?: string;
}

/** Six tours as editors make them, with every type of step and text that breaks careless code. */
export const SAMPLE_TOURS: SampleTour[] = JSON.parse(readFileSync(path.join(import.meta.dirname, '../data/tours.json'), 'utf8'));

/** The input of `createTour` for a sample. */
export function createInput(projectId: number, sample: SampleTour): Record<string, unknown> {
  return {
    projectId,
    name: sample.name,
    description: sample.description,
    autoLaunch: sample.auto_launch,
    content: sample.content,
    ...('targeting_flag_filters' in sample && { targetingFlagFilters: sample.targeting_flag_filters }),
    ...(sample.start_date && { startDate: sample.start_date }),
    ...(sample.end_date && { endDate: sample.end_date }),
  };
}
