import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { LayerOwnership, Owner, Undecided } from '../api/common';
import { paths } from '../kit/paths';
import { EvidenceList } from './EvidenceList';
import { ruleName } from './rules';
import { Source } from './Source';

/** The rule that decided whose a layer is: its sentence, its source, its place and what it read. */
export function DecidingRule({ ownership }: { ownership: LayerOwnership }) {
  return (
    <SpaceBetween size="xs">
      <Box variant="p">{ownership.rule}</Box>
      <Box color="text-body-secondary" fontSize="body-s">
        Layer {ownership.name} · decided by the {ruleName(ownership.decidedBy)} (<span className="mono">{ownership.decidedBy}</span>) ·{' '}
        <Source source={ownership.source} />
      </Box>
      {ownership.inheritedFrom !== undefined && (
        <div>
          <InheritedFrom owner={ownership.inheritedFrom} />
        </div>
      )}
      {ownership.undecided !== undefined && <NotDecided undecided={ownership.undecided} />}
      {ownership.paths.length > 0 && <EvidenceList evidence={ownership.paths} label={`What the rule for ${ownership.name} read`} />}
    </SpaceBetween>
  );
}

/** Who answers for a layer where that is not the account that the resource is in. */
export function InheritedFrom({ owner: { account, accountName, team } }: { owner: Owner }) {
  return (
    <>
      Inherited from <Link href={paths.account(account)}>{accountName}</Link> ({account}),{' '}
      {team === undefined ? 'which no team owns' : `team ${team}`}
    </>
  );
}

function NotDecided({ undecided }: { undecided: Undecided }) {
  return (
    <StatusIndicator type="warning" wrapText>
      The {ruleName(undecided.rule)} could not speak: <span className="mono">{undecided.path}</span>, {undecided.reason}
      {undecided.permission !== undefined && (
        <>
          . <span className="mono">{undecided.permission}</span> would tell.
        </>
      )}
    </StatusIndicator>
  );
}
