import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { FindingDetail } from '../api/assessed';
import { PartyMark } from '../mark/PartyMark';
import { DecidingRule } from '../mark/Whose';

export function WhoseIsIt({ detail: { finding, whose } }: { detail: FindingDetail }) {
  const { owner } = finding;
  return (
    <Container header={<Header variant="h2">Whose is it, and by which rule</Header>}>
      <Box variant="p">
        <PartyMark party={owner.party} />, account {owner.accountName} ({owner.account}),{' '}
        {owner.team === undefined ? 'which no team owns' : `team ${owner.team}`}.
      </Box>
      <DecidingRule ownership={whose} />
    </Container>
  );
}
