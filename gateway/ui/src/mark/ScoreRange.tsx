import type { Score } from '../api/posture';
import { points } from '../kit/format';

/** A score's number, its range in words and both on a line from 0 to 100. */
export function ScoreRange({ score, large = false }: { score: Score; large?: boolean }) {
  if (score.value === undefined && score.high === undefined) {
    return <span className="score-none">Nothing judged</span>;
  }
  const low = score.low ?? score.value ?? 0;
  const high = score.high ?? score.value ?? 100;
  return (
    <span className={large ? 'score score-large' : 'score'}>
      <span className="score-figures">
        <span className="score-value">{points(score.value)}</span>
        <span className="score-range">{rangeText(low, high)}</span>
      </span>
      <svg className="score-line" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="score-track" x="0" y="3" width="100" height="2" />
        <rect className="score-span" x={low} y="1" width={Math.max(high - low, 0.8)} height="6" />
        {score.value !== undefined && <rect className="score-tick" x={Math.min(score.value, 99)} y="0" width="1.2" height="8" />}
      </svg>
    </span>
  );
}

export function rangeText(low: number, high: number): string {
  return points(low) === points(high) ? 'exact' : `${points(low)}–${points(high)}`;
}
