import Box from '@cloudscape-design/components/box';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { Evidence } from '../api/common';

const looks: Record<Evidence['state'], { type: StatusIndicatorProps.Type; text: string }> = {
  READ: { type: 'success', text: 'Read' },
  NONE: { type: 'info', text: 'AWS has none' },
  ABSENT: { type: 'stopped', text: 'Not asked for' },
  UNREAD: { type: 'warning', text: 'Could not be read' },
};

/** Configuration paths and what stands there. */
export function EvidenceTable({ evidence, label }: { evidence: readonly Evidence[]; label: string }) {
  return (
    <Table
      variant="embedded"
      contentDensity="compact"
      wrapLines
      items={evidence}
      trackBy="path"
      ariaLabels={{ tableLabel: label }}
      empty={<Box color="text-body-secondary">No path was read.</Box>}
      columnDefinitions={[
        { id: 'path', header: 'Path', cell: ({ path }) => <span className="mono">{breakable(path)}</span>, isRowHeader: true, minWidth: 180 },
        { id: 'state', header: 'State', cell: ({ state }) => <StatusIndicator type={looks[state].type}>{looks[state].text}</StatusIndicator>, minWidth: 130 },
        { id: 'value', header: 'Value', cell: (item) => <Value item={item} />, minWidth: 160 },
      ]}
    />
  );
}

function Value({ item }: { item: Evidence }) {
  if (item.state !== 'READ') {
    return <>–</>;
  }
  const text = typeof item.value === 'object' && item.value !== null ? JSON.stringify(item.value, null, 2) : JSON.stringify(item.value ?? null);
  return text.includes('\n') ? (
    <pre className="code" tabIndex={0} aria-label={`Value of ${item.path}`}>
      {text}
    </pre>
  ) : (
    <span className="mono">{text}</span>
  );
}

/** Lets a long path break after its dots. */
function breakable(path: string): string {
  return path.replaceAll('.', '.\u200b');
}
