import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type LayerOwnership, parties } from '../api/common';
import { PartyMark, partyName } from '../mark/PartyMark';
import { DecidingRule } from '../mark/Whose';

/** Layer by layer whose the resource is, the deciding rule behind each. */
export function Layers({ layers }: { layers: readonly LayerOwnership[] }) {
  const tally = parties.map((party) => `${partyName(party)} ${layers.filter((layer) => layer.party === party).length}`).join(', ');
  return (
    <Container
      header={
        <Header variant="h2" description={`Layers by party: ${tally}. Open one for the deciding rule and what it read.`}>
          Whose it is, layer by layer
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Group title="In the cloud" layers={layers.filter(({ ofTheCloud }) => !ofTheCloud)} />
        <Group title="Of the cloud" layers={layers.filter(({ ofTheCloud }) => ofTheCloud)} />
      </SpaceBetween>
    </Container>
  );
}

function Group({ title, layers }: { title: string; layers: readonly LayerOwnership[] }) {
  return layers.length === 0 ? null : (
    <section aria-label={title}>
      <h3 className="group-title">{title}</h3>
      <ul className="layers">
        {layers.map((layer) => (
          <li key={layer.layer}>
            <ExpandableSection
              headerText={
                <span className="layer-line">
                  <span className="layer-name">{layer.name}</span>
                  <PartyMark party={layer.party} />
                  <span className="layer-rule">
                    {layer.rule}
                    {layer.inheritedFrom !== undefined && <em> Inherited from {layer.inheritedFrom.accountName}.</em>}
                    {layer.undecided !== undefined && (
                      <>
                        {' '}
                        <StatusIndicator type="warning">Undecided</StatusIndicator>
                      </>
                    )}
                  </span>
                </span>
              }
            >
              <DecidingRule ownership={layer} />
            </ExpandableSection>
          </li>
        ))}
      </ul>
    </section>
  );
}
