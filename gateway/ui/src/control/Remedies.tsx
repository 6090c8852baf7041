import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Remedy } from '../api/catalog';
import { Source } from '../mark/Source';
import { Ways } from './Ways';

/** A control's general remedy, and for which resources there is another. */
export function Remedies({ remedy }: { remedy: Remedy }) {
  return (
    <SpaceBetween size="l">
      <Ways remedy={remedy} />
      {remedy.variants.map((variant) => (
        <SpaceBetween size="xs" key={variant.name}>
          <Box variant="h3">{variant.name}</Box>
          <Box color="text-body-secondary">
            Where <Box variant="code">{variant.when}</Box> · <Source source={variant.source} />
          </Box>
          <Ways remedy={variant} />
        </SpaceBetween>
      ))}
    </SpaceBetween>
  );
}
