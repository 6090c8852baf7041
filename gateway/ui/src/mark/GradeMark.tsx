import type { Grade } from '../api/common';

/** A grade; a dash where nothing was judged. */
export function GradeMark({ grade, large = false }: { grade: Grade | undefined; large?: boolean }) {
  const size = large ? ' grade-large' : '';
  return grade === undefined ? (
    <span className={`grade grade-none${size}`}>
      <span aria-hidden="true">–</span>
      <span className="unseen">no grade: nothing was judged</span>
    </span>
  ) : (
    <span className={`grade grade-${grade.toLowerCase()}${size}`}>
      <span className="unseen">grade </span>
      {grade}
    </span>
  );
}
