import { isObject } from '../../../json/json-object.ts';
import { pointer } from '../../../json/patch.ts';
import { listSteps, readConditions } from '../content.ts';
import type { PageContent, PageProblem } from './page-problem.ts';
import { CRASH_RULES, RULES } from './rules.ts';

/** No more problems of a tour are reported. */
const MAX_PROBLEMS = 100;

/** Every value in a tour's content that the SDK cannot evaluate, at most 100. Takes time linear in the content. */
export function pageProblems(content: unknown): PageProblem[] {
  const problems = new Map<string, PageProblem>();
  const page = pageContent(content);
  for (const rule of RULES) {
    for (const problem of rule(page)) {
      problems.set(pointer(...problem.at), problem);
      if (problems.size === MAX_PROBLEMS) return [...problems.values()];
    }
  }
  return [...problems.values()];
}

/** The first problem for which browsers must not receive a tour, because the SDK would throw; null: there is none. */
export function findCrash(content: unknown): PageProblem | null {
  const page = pageContent(content);
  for (const rule of CRASH_RULES) for (const problem of rule(page)) if (problem.severity === 'CRASH') return problem;
  return null;
}

function pageContent(content: unknown): PageContent {
  const appearance = isObject(content) && isObject(content.appearance) ? content.appearance : {};
  return { steps: listSteps(content), conditions: readConditions(content), appearance };
}
