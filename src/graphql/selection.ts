import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { JoinedPart, TourSelection } from '../domain/tour/tour.ts';

/** What each field of `Tour` needs the read to bring; fields that need nothing are left out. */
const NEEDS: Record<string, readonly TourSelection[]> = {
  type: ['type'],
  content: ['content'],
  targetingFlagFilters: ['targeting'],
  draft: ['draft'],
  linkedSurveys: ['content'],
  explainTargeting: ['content'],
  source: ['sourceId'],
};

/** The fields that are rows of other tables, named as the parts are. Of these only the columns are read whose fields are selected. */
const JOINED = new Set<string>(['project', 'createdBy', 'internalTargetingFlag', 'linkedFlag'] satisfies JoinedPart[]);

/** The fields of such a row that are not a column of the same name. */
const COLUMNS: Record<string, string> = {
  __typename: 'id',
  databaseId: 'id',
  projectDatabaseId: 'projectId',
  variants: 'filters',
  createdBy: 'createdById',
  lastModifiedBy: 'lastModifiedById',
  // A page of a project's flags is read by its own query.
  featureFlags: 'id',
  organization: 'id',
};

/** The same for the fields of `TourDraft`, beyond the draft itself. A key that a draft lacks is read from the live tour. */
const DRAFT_NEEDS: Record<string, readonly TourSelection[]> = {
  savedBy: ['draftSavedBy'],
  content: ['content'],
  targetingFlagFilters: ['targeting'],
  diff: ['content', 'targeting'],
  stepDiff: ['content', 'targeting'],
  problems: ['content', 'targeting'],
  publishPlan: ['content', 'targeting'],
};

/** What was found for a field before. The nodes of a document are kept with it; whatever a variable can include or skip is not found here. */
const known = new WeakMap<FieldNode, TourSelection[]>();

/**
 * What an operation reads of tours, so that one statement brings it all.
 *
 * @param paths the fields between the resolved field and its tours: none where it is a tour, ['edges', 'node'] in a connection
 */
export function tourParts(info: GraphQLResolveInfo, ...paths: string[][]): TourSelection[] {
  const [node] = info.fieldNodes;
  const before = node && info.fieldNodes.length === 1 ? known.get(node) : undefined;
  if (before) return before;
  const fields = new SelectedFields(info);
  const parts = new Set<TourSelection>();
  for (const path of paths.length > 0 ? paths : [[]]) {
    const tours = path.reduce(
      (nodes, name) => fields.below(nodes).filter((field) => field.name.value === name),
      info.fieldNodes as readonly FieldNode[],
    );
    for (const field of fields.below(tours)) for (const part of needsOf(field, fields)) parts.add(part);
  }
  const found = [...parts];
  if (node && info.fieldNodes.length === 1 && !fields.isConditional) known.set(node, found);
  return found;
}

function needsOf(field: FieldNode, fields: SelectedFields): readonly TourSelection[] {
  const name = field.name.value;
  const needs = NEEDS[name] ?? [];
  if (name === 'draft') return [...needs, ...fields.below([field]).flatMap((inDraft) => DRAFT_NEEDS[inDraft.name.value] ?? [])];
  if (!JOINED.has(name)) return needs;
  return fields.below([field]).map(({ name: { value: column } }) => `${name as JoinedPart}.${COLUMNS[column] ?? column}` as const);
}

/** Whether a field is selected directly below the resolved one. */
export function isSelected(info: GraphQLResolveInfo, name: string): boolean {
  return new SelectedFields(info).below(info.fieldNodes).some((field) => field.name.value === name);
}

/** Looks into selections: fragments opened, what directives leave out left out. */
class SelectedFields {
  readonly #info: GraphQLResolveInfo;
  /** Whether a directive was met, so that another time something else may be selected. */
  isConditional = false;

  constructor(info: GraphQLResolveInfo) {
    this.#info = info;
  }

  /** The fields below these ones. A fragment on another type adds too much at worst. */
  below(nodes: readonly FieldNode[]): FieldNode[] {
    const found: FieldNode[] = [];
    const collect = (set: SelectionSetNode | undefined): void => {
      for (const node of set?.selections ?? []) {
        if (!this.#isIncluded(node)) continue;
        if (node.kind === 'Field') found.push(node);
        else collect(node.kind === 'InlineFragment' ? node.selectionSet : this.#info.fragments[node.name.value]?.selectionSet);
      }
    };
    for (const node of nodes) collect(node.selectionSet);
    return found;
  }

  #isIncluded(node: SelectionNode): boolean {
    if (!node.directives?.length) return true;
    this.isConditional = true;
    if (getDirectiveValues(GraphQLSkipDirective, node, this.#info.variableValues)?.if === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, this.#info.variableValues)?.if !== false;
  }
}
