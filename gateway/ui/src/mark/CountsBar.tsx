import type { Counts } from '../api/posture';

const parts = [
  { name: 'pass', className: 'counts-pass' },
  { name: 'fail', className: 'counts-fail' },
  { name: 'unknown', className: 'counts-unknown' },
] as const;

/** Passes, failures and unknowns as shares of one line; the figures stand beside it. */
export function CountsBar({ counts }: { counts: Counts }) {
  const all = counts.pass + counts.fail + counts.unknown;
  return (
    <span className="counts-bar" aria-hidden="true">
      {all > 0 &&
        parts.map(({ name, className }) => (
          <span key={name} className={className} style={{ inlineSize: `${(100 * counts[name]) / all}%` }} />
        ))}
    </span>
  );
}
