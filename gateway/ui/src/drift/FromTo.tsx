import type { Party, Verdict } from '../api/common';
import type { DriftItem } from '../api/drift';
import { PartyMark } from '../mark/PartyMark';
import { VerdictMark } from '../mark/VerdictMark';

/** What a duty or verdict was and what it is now. */
export function FromTo({ item }: { item: DriftItem }) {
  return (
    <span className="from-to">
      <Side item={item} value={item.from} none="new" />
      <span aria-hidden="true">→</span>
      <span className="unseen"> is now </span>
      <Side item={item} value={item.to} none="gone" />
    </span>
  );
}

function Side({ item, value, none }: { item: DriftItem; value: string | undefined; none: string }) {
  if (value === undefined) {
    return <em>{none}</em>;
  }
  return item.kind === 'DUTY' ? <PartyMark party={value as Party} /> : <VerdictMark verdict={value as Verdict} />;
}
