import Box from '@cloudscape-design/components/box';
import { api } from '../api/api';
import { useQuery } from '../api/useQuery';

/** What a control answers to in frameworks and in peers' checks. */
export function Maps({ maps }: { maps: Record<string, readonly string[]> }) {
  const frameworks = useQuery('frameworks', api.frameworks).data ?? [];
  const entries = Object.entries(maps).filter(([, ids]) => ids.length > 0);
  if (entries.length === 0) {
    return <Box color="text-body-secondary">Maps to no framework.</Box>;
  }
  return (
    <dl className="maps">
      {entries.map(([id, ids]) => {
        const framework = frameworks.find((known) => known.id === id);
        return (
          <div key={id}>
            <dt>{framework === undefined ? peerName(id) : `${framework.name} ${framework.version}`.trim()}</dt>
            <dd>
              {ids.map((requirement) => (
                <span key={requirement} className="chip mono" title={framework?.requirements[requirement]}>
                  {requirement}
                </span>
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const peers: Record<string, string> = { prowler: 'Prowler', securityhub: 'AWS Security Hub', config: 'AWS Config rules' };

/** Whether the ids are of another scanner's checks, and no framework's requirements. */
export function isPeer(framework: string): boolean {
  return framework in peers;
}

function peerName(id: string): string {
  return peers[id] ?? id;
}
