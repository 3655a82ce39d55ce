import { pageSafety } from '../page-safety/tour-problems.ts';
import { fieldProblems } from './field-problems.ts';
import { linkedFlagProblems } from './linked-flag-problems.ts';
import { missingElements } from './missing-elements.ts';
import { nameTaken } from './name-taken.ts';
import type { ProblemRule } from './rule.ts';
import { stepWarnings } from './step-warnings.ts';

/** Every rule, in the order in which their problems are listed: first the rules that a publish applies, in its order, then the warnings. */
export const RULES: readonly ProblemRule[] = [fieldProblems, nameTaken, linkedFlagProblems, missingElements, pageSafety, stepWarnings];
