import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import type { Changes } from '../api/drift';
import type { Query } from '../api/useQuery';
import { FromTo } from '../drift/FromTo';
import { useLayers } from '../kit/catalog';
import { ago, counted } from '../kit/format';
import { Loaded } from '../kit/Loaded';
import { paths } from '../kit/paths';

const shown = 4;

/** Layers whose party changed for a workload or a resource. */
export function DutiesMoved({ query, of }: { query: Query<Changes>; of: { team?: string } }) {
  const layers = useLayers();
  return (
    <Container fitHeight header={<Header variant="h2">Duties that moved</Header>}>
      <Loaded query={query} what="which duties moved">
        {({ duties, dutiesTotal, since }) => (
          <>
            {duties.length === 0 && <Box color="text-body-secondary">No duty moved.</Box>}
            <ul className="news">
              {duties.slice(0, shown).map((item) => (
                <li key={`${item.resource.key}/${item.layer}/${item.at}`}>
                  <FromTo item={item} /> <strong>{layers.name(item.layer ?? '')}</strong> of{' '}
                  <Link href={paths.resource(item.resource.key)}>{item.workload ?? item.resource.name ?? item.resource.id}</Link>{' '}
                  <span className="grid-note together">{ago(item.at)}</span>
                </li>
              ))}
            </ul>
            {dutiesTotal > 0 && <Link href={paths.drift({ ...of, since, kind: 'DUTY' })}>{counted(dutiesTotal, 'move')} in all</Link>}
          </>
        )}
      </Loaded>
    </Container>
  );
}
