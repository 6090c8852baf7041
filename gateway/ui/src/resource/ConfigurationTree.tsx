import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import TreeView from '@cloudscape-design/components/tree-view';
import { useMemo, useState } from 'react';
import type { ResourceConfiguration } from '../api/assessed';
import type { JsonValue } from '../api/common';
import { branchesOf, summary } from './tree';

export function ConfigurationTree({ value, unread }: { value: JsonValue; unread: ResourceConfiguration['unread'] }) {
  const items = useMemo(() => branchesOf(value), [value]);
  const [expanded, setExpanded] = useState<readonly string[]>(['configuration', 'supplementaryConfiguration', 'tags']);
  return (
    <SpaceBetween size="s">
      {unread.map(({ path, reason, permission }) => (
        <StatusIndicator key={path} type="warning" wrapText>
          <span className="mono">{path}</span> could not be read: {reason}
          {permission !== undefined && (
            <>
              . <span className="mono">{permission}</span> would mend it.
            </>
          )}
        </StatusIndicator>
      ))}
      <TreeView
        ariaLabel="Configuration"
        connectorLines="vertical"
        items={items}
        getItemId={({ path }) => path}
        getItemChildren={({ children }) => children}
        expandedItems={expanded}
        onItemToggle={({ detail }) => setExpanded((all) => (detail.expanded ? [...all, detail.id] : all.filter((id) => id !== detail.id)))}
        renderItem={(branch) => ({
          content: (
            <span className="mono">
              <span className="json-name">{branch.name}</span> <span className="json-value">{summary(branch.value)}</span>
            </span>
          ),
          announcementLabel: branch.path,
        })}
      />
    </SpaceBetween>
  );
}
