import type { TourInput } from './input.ts';
import type { Draft } from './merge-draft.ts';

/** A draft read as the input of an update. Keys that it lacks stay as they are live. */
export function draftInput(draft: Draft): TourInput {
  return {
    name: draft.name,
    description: draft.description,
    linkedFlagId: draft.linked_flag_id,
    targetingFlagFilters: draft.targeting_flag_filters,
    content: draft.content,
    autoLaunch: draft.auto_launch,
  } as TourInput;
}
