import Box from '@cloudscape-design/components/box';
import Popover from '@cloudscape-design/components/popover';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Layer, MatrixCell, MatrixRow } from '../api/catalog';
import { counted } from '../kit/format';
import { PartyMark, partyName } from '../mark/PartyMark';
import { ruleName } from '../mark/rules';
import { Source } from '../mark/Source';

/** One cell: the party, and on request its rule, source and variants. */
export function MatrixCellButton({ layer, row, cell }: { layer: Layer; row: MatrixRow; cell: MatrixCell }) {
  const differing = cell.variants.filter(({ party }) => party !== cell.party).length;
  const more = cell.variants.length === 0 ? '' : `, ${counted(cell.variants.length, 'variant')}`;
  return (
    <Popover
      triggerType="custom"
      renderWithPortal
      size="large"
      position="bottom"
      header={`${row.name}: ${layer.name}`}
      dismissAriaLabel="Close"
      content={<CellDetails cell={cell} />}
    >
      <button type="button" className="cell-button" aria-label={`${row.name}, ${layer.name}: ${partyName(cell.party)}${more}`}>
        <PartyMark party={cell.party} />
        {differing > 0 && <span className="variant-mark">+{differing}</span>}
      </button>
    </Popover>
  );
}

function CellDetails({ cell }: { cell: MatrixCell }) {
  return (
    <SpaceBetween size="s">
      <div>
        <PartyMark party={cell.party} />
        <Box variant="p">{cell.rule}</Box>
        <Box color="text-body-secondary" fontSize="body-s">
          By the {ruleName(cell.decidedBy)} · <Source source={cell.source} />
        </Box>
      </div>
      {cell.variants.length > 0 && (
        <div>
          <Box variant="h4">It differs where the configuration says so</Box>
          <ul className="reports">
            {cell.variants.map(({ variant, name, party, rule }) => (
              <li key={variant}>
                <strong>{name}</strong> <PartyMark party={party} />
                <div className="grid-note">{rule}</div>
              </li>
            ))}
          </ul>
        </div>
      )}
    </SpaceBetween>
  );
}
