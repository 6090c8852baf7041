import type { Category, Verdict } from './common';
import type { Counts, Score } from './posture';

/** How many requirements of a framework pass, fail or are not known. */
export interface FrameworkSummary {
  id: string;
  name: string;
  version: string;
  scope: string;
  overall: Score;
  requirements: number;
  pass: number;
  fail: number;
  unknown: number;
  notApplicable: number;
  withoutControl: number;
}

export interface ControlPosture {
  id: string;
  title: string;
  category: Category;
  /** Of the customer's part; none for an inherited control. */
  verdict?: Verdict;
  /** Whether a report on file covers AWS's part; none where AWS has none. */
  awsHalf?: Verdict;
  counts: Counts;
}

export interface RequirementPosture {
  id: string;
  name?: string;
  /** None where no control answers it. */
  verdict?: Verdict;
  controls: ControlPosture[];
  score: Score;
}

export interface FrameworkPosture {
  id: string;
  name: string;
  version: string;
  scope: string;
  overall: Score;
  requirements: RequirementPosture[];
}
