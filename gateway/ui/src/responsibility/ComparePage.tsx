import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../api/api';
import type { ResponsibilityMatrix } from '../api/catalog';
import { useQuery } from '../api/useQuery';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';
import { Comparison } from './Comparison';
import { compare, type Side, sidesOf } from './comparison';

export default function ComparePage() {
  const query = useQuery('responsibilities', api.responsibilities);
  return (
    <Page
      title="Compare services"
      description="Which duties move when a workload moves from one service to another."
      above={[{ text: 'Responsibility matrix', href: paths.responsibilities }]}
    >
      <Loaded query={query} what="the responsibility matrix">
        {(matrix) => <Compared matrix={matrix} />}
      </Loaded>
    </Page>
  );
}

function Compared({ matrix }: { matrix: ResponsibilityMatrix }) {
  const [search, setSearch] = useSearchParams();
  const [onlyMoves, setOnlyMoves] = useState(false);
  const sides = sidesOf(matrix);
  const from = sides.find(({ id }) => id === search.get('from')) ?? sides[0];
  const to = sides.find(({ id }) => id === search.get('to')) ?? sides[1];
  if (from === undefined || to === undefined) {
    return <>The catalog has fewer than two services.</>;
  }
  const rows = compare(matrix, from.id, to.id);
  const choose = (change: { from?: string; to?: string }) => setSearch({ from: from.id, to: to.id, ...change }, { replace: true });
  return (
    <SpaceBetween size="m">
      <div className="matrix-tools">
        <SideSelect label="From" sides={sides} selected={from} onSelect={(id) => choose({ from: id })} />
        <SideSelect label="To" sides={sides} selected={to} onSelect={(id) => choose({ to: id })} />
        <Toggle checked={onlyMoves} onChange={({ detail }) => setOnlyMoves(detail.checked)}>
          Only duties that move
        </Toggle>
      </div>
      <Comparison from={from.name} to={to.name} rows={onlyMoves ? rows.filter(({ moves }) => moves) : rows} />
    </SpaceBetween>
  );
}

interface SideSelectProps {
  label: string;
  sides: readonly Side[];
  selected: Side;
  onSelect: (id: string) => void;
}

function SideSelect({ label, sides, selected, onSelect }: SideSelectProps) {
  return (
    <FormField label={label}>
      <Select
        filteringType="auto"
        options={sides.map(({ id, name }) => ({ value: id, label: name }))}
        selectedOption={{ value: selected.id, label: selected.name }}
        onChange={({ detail }) => onSelect(detail.selectedOption.value ?? selected.id)}
      />
    </FormField>
  );
}
