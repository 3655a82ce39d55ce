import { bannerWarnings } from './banner-warnings.ts';
import { buttonWarnings } from './button-warnings.ts';
import { conditionWarnings } from './condition-warnings.ts';
import { elementWarnings } from './element-warnings.ts';
import { fieldProblems } from './field-problems.ts';
import { languageWarnings } from './language-warnings.ts';
import { linkedFlagProblems } from './linked-flag-problems.ts';
import { missingElements } from './missing-elements.ts';
import { nameTaken } from './name-taken.ts';
import type { ProblemRule } from './rule.ts';
import { shapeWarnings } from './shape-warnings.ts';
import { stepWarnings } from './step-warnings.ts';
import { surveyWarnings } from './survey-warnings.ts';
import { targetingWarnings } from './targeting-warnings.ts';

/**
 * Every rule, in the order in which their problems are listed: first the rules that a publish applies, in its order,
 * then the warnings.
 */
export const RULES: readonly ProblemRule[] = [
  fieldProblems,
  nameTaken,
  linkedFlagProblems,
  missingElements,
  stepWarnings,
  shapeWarnings,
  elementWarnings,
  bannerWarnings,
  buttonWarnings,
  surveyWarnings,
  languageWarnings,
  conditionWarnings,
  targetingWarnings,
];
