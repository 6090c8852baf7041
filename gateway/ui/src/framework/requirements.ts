import type { Category, Party } from '../api/common';
import type { ControlPosture, FrameworkPosture, RequirementPosture } from '../api/frameworks';
import type { Counts } from '../api/posture';
import { noCounts, plus } from '../api/tallies';

/** Which requirements are on show. */
export const shown = ['all', 'fail', 'unknown', 'pass', 'aws', 'none'] as const;
export type Shown = (typeof shown)[number];

/** A requirement, or below it a control that answers it. */
export type Row =
  | { key: string; parent: null; requirement: RequirementPosture; counts: Counts }
  | { key: string; parent: string; control: ControlPosture };

const parties: Record<Category, Party> = { INHERITED: 'AWS', SHARED: 'SHARED', CUSTOMER_SPECIFIC: 'CUSTOMER' };

export function partyOf(category: Category): Party {
  return parties[category];
}

/** Whose a requirement is by its controls; undefined where no control answers it. */
export function whoseIs({ controls }: RequirementPosture): Party | undefined {
  const found = new Set(controls.map(({ category }) => partyOf(category)));
  return found.size > 1 ? 'SHARED' : [...found][0];
}

export function isShown(requirement: RequirementPosture, which: Shown): boolean {
  switch (which) {
    case 'all':
      return true;
    case 'fail':
      return requirement.verdict === 'FAIL';
    case 'unknown':
      return requirement.verdict === 'UNKNOWN';
    case 'pass':
      return requirement.verdict === 'PASS';
    case 'aws':
      return whoseIs(requirement) === 'AWS';
    case 'none':
      return requirement.controls.length === 0;
  }
}

/** Requirements with their controls below them. */
export function rowsOf({ requirements }: FrameworkPosture, which: Shown): Row[] {
  return requirements
    .filter((requirement) => isShown(requirement, which))
    .flatMap((requirement): Row[] => [
      { key: requirement.id, parent: null, requirement, counts: requirement.controls.map(({ counts }) => counts).reduce(plus, noCounts) },
      ...requirement.controls.map((control): Row => ({ key: `${requirement.id}/${control.id}`, parent: requirement.id, control })),
    ]);
}
