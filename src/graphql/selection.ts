import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { TourPart } from '../domain/tour/tour.ts';

/** What each field of `Tour` needs the read to bring; fields that need nothing are left out. */
const NEEDS: Record<string, readonly TourPart[]> = {
  type: ['type'],
  content: ['content'],
  targetingFlagFilters: ['targeting'],
  draft: ['draft'],
  project: ['project'],
  createdBy: ['createdBy'],
  internalTargetingFlag: ['internalTargetingFlag'],
  linkedFlag: ['linkedFlag'],
  linkedSurveys: ['content'],
  explainTargeting: ['content'],
};

/** The same for the fields of `TourDraft`, beyond the draft itself. A key that a draft lacks is read from the live tour. */
const DRAFT_NEEDS: Record<string, readonly TourPart[]> = {
  savedBy: ['draftSavedBy'],
  content: ['content'],
  targetingFlagFilters: ['targeting'],
  diff: ['content', 'targeting'],
  problems: ['content', 'targeting'],
};

/**
 * The parts of a tour that an operation reads, so that one statement brings them all.
 *
 * @param path the fields between the resolved field and its tours: [] where it is a tour, ['edges', 'node'] in a connection
 */
export function tourParts(info: GraphQLResolveInfo, ...paths: string[][]): TourPart[] {
  const parts = new Set<TourPart>();
  for (const path of paths.length > 0 ? paths : [[]]) {
    const tours = path.reduce(
      (nodes, name) => selectedFields(info, nodes).filter((field) => field.name.value === name),
      info.fieldNodes as FieldNode[],
    );
    for (const field of selectedFields(info, tours)) {
      for (const part of NEEDS[field.name.value] ?? []) parts.add(part);
      if (field.name.value !== 'draft') continue;
      for (const inDraft of selectedFields(info, [field])) for (const part of DRAFT_NEEDS[inDraft.name.value] ?? []) parts.add(part);
    }
  }
  return [...parts];
}

/** Whether a field is selected directly below the resolved one. */
export function isSelected(info: GraphQLResolveInfo, name: string): boolean {
  return selectedFields(info, info.fieldNodes).some((field) => field.name.value === name);
}

/** The fields below these ones, fragments opened. A fragment on another type adds too much at worst. */
function selectedFields(info: GraphQLResolveInfo, nodes: readonly FieldNode[]): FieldNode[] {
  const found: FieldNode[] = [];
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const node of set?.selections ?? []) {
      if (!isIncluded(info, node)) continue;
      if (node.kind === 'Field') found.push(node);
      else collect(node.kind === 'InlineFragment' ? node.selectionSet : info.fragments[node.name.value]?.selectionSet);
    }
  };
  for (const node of nodes) collect(node.selectionSet);
  return found;
}

function isIncluded(info: GraphQLResolveInfo, node: SelectionNode): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.if !== false;
}
