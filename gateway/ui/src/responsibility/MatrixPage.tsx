import Button from '@cloudscape-design/components/button';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useSearchParams } from 'react-router';
import { api } from '../api/api';
import type { ResponsibilityMatrix } from '../api/catalog';
import { parties } from '../api/common';
import { useQuery } from '../api/useQuery';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';
import { PartyMark } from '../mark/PartyMark';
import { Matrix } from './Matrix';
import { modelName } from './models';

export default function MatrixPage() {
  const query = useQuery('responsibilities', api.responsibilities);
  const [first, second] = query.data?.rows ?? [];
  return (
    <Page
      title="Responsibility matrix"
      description="Whose each layer of each service is. Open a cell for the rule and its source, and for the configurations under which it differs."
      actions={
        first === undefined || second === undefined ? undefined : (
          <Button href={paths.compare(first.service, second.service)}>Compare two services</Button>
        )
      }
    >
      <Loaded query={query} what="the responsibility matrix">
        {(matrix) => <Chosen matrix={matrix} />}
      </Loaded>
    </Page>
  );
}

function Chosen({ matrix }: { matrix: ResponsibilityMatrix }) {
  const [search, setSearch] = useSearchParams();
  const chosen = search.getAll('service');
  const options = matrix.rows.map(({ service, name, model }) => ({ value: service, label: name, description: modelName(model) }));
  const rows = chosen.length === 0 ? matrix.rows : matrix.rows.filter(({ service }) => chosen.includes(service));
  return (
    <SpaceBetween size="m">
      <div className="matrix-tools">
        <Multiselect
          ariaLabel="Services to show"
          placeholder="All services"
          filteringType="auto"
          options={options}
          selectedOptions={options.filter(({ value }) => chosen.includes(value))}
          onChange={({ detail }) => setSearch({ service: detail.selectedOptions.flatMap(({ value }) => value ?? []) }, { replace: true })}
        />
        <ul className="legend" aria-label="Parties">
          {parties.map((party) => (
            <li key={party}>
              <PartyMark party={party} />
            </li>
          ))}
          <li>
            <span className="variant-mark">+1</span> a variant differs
          </li>
        </ul>
      </div>
      <Matrix layers={matrix.layers} rows={rows} />
    </SpaceBetween>
  );
}
