import Box from '@cloudscape-design/components/box';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Evidence } from '../api/common';

const looks: Record<Evidence['state'], { type: StatusIndicatorProps.Type; text: string }> = {
  READ: { type: 'success', text: 'Read' },
  NONE: { type: 'info', text: 'AWS has none' },
  ABSENT: { type: 'stopped', text: 'Not asked for' },
  UNREAD: { type: 'warning', text: 'Could not be read' },
};

/** Configuration paths and what stands there. */
export function EvidenceList({ evidence, label }: { evidence: readonly Evidence[]; label: string }) {
  return evidence.length === 0 ? (
    <Box color="text-body-secondary">No path was read.</Box>
  ) : (
    <ul className="evidence" aria-label={label}>
      {evidence.map((item) => (
        <li key={item.path}>
          <span className="mono evidence-path">{breakable(item.path)}</span>
          <StatusIndicator type={looks[item.state].type}>{looks[item.state].text}</StatusIndicator>
          {item.state === 'READ' && <Value item={item} />}
        </li>
      ))}
    </ul>
  );
}

function Value({ item: { path, value = null } }: { item: Evidence }) {
  return value !== null && typeof value === 'object' ? (
    <pre className="code evidence-value" role="group" tabIndex={0} aria-label={`Value of ${path}`}>
      {JSON.stringify(value, null, 2)}
    </pre>
  ) : (
    <span className="mono evidence-value">{JSON.stringify(value)}</span>
  );
}

/** Lets a long path break after its dots. */
function breakable(path: string): string {
  return path.replaceAll('.', '.\u200b');
}
