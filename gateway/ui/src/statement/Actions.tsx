import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Decision, Statement } from '../api/statements';
import { has, useMe } from '../kit/me';
import { Decide } from './Decide';
import { Renew } from './Renew';

/** What may be done with a statement as it stands. */
export function Actions({ statement, reload }: { statement: Statement; reload: () => void }) {
  const [doing, setDoing] = useState<Decision | 'renew'>();
  const { state, kind } = statement;
  const { data: me } = useMe();
  const decides = has(me, 'APPROVER');
  const states = has(me, 'OWNER');
  const close = () => setDoing(undefined);
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        {(decides || states) && ['PROPOSED', 'ACTIVE'].includes(state) && <Button onClick={() => setDoing('withdraw')}>Withdraw</Button>}
        {decides && state === 'PROPOSED' && <Button onClick={() => setDoing('reject')}>Reject</Button>}
        {decides && state === 'PROPOSED' && (
          <Button variant="primary" onClick={() => setDoing('approve')}>
            Approve
          </Button>
        )}
        {states && kind === 'ATTESTATION' && ['ACTIVE', 'EXPIRED'].includes(state) && (
          <Button variant="primary" onClick={() => setDoing('renew')}>
            Renew
          </Button>
        )}
      </SpaceBetween>
      {doing === 'renew' && <Renew statement={statement} close={close} />}
      {doing !== undefined && doing !== 'renew' && <Decide statement={statement} decision={doing} close={close} done={reload} />}
    </>
  );
}
