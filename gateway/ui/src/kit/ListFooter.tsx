import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Pages } from '../api/usePages';
import { count } from './format';
import { Failure } from './Loaded';

/** Below a list: how much of it is on show, the button for more, and what went wrong. */
export function ListFooter<T>({ pages, what }: { pages: Pages<T>; what: string }) {
  const { items, total, more, loadingMore, error, reload } = pages;
  if (error !== undefined) {
    return <Failure what={`the ${what}`} error={error} retry={more ?? reload} />;
  }
  if (items.length === 0 || (more === undefined && !loadingMore)) {
    return null;
  }
  return (
    <Box textAlign="center">
      <SpaceBetween size="xs" direction="horizontal" alignItems="center">
        <Button loading={loadingMore} disabled={more === undefined} onClick={() => more?.()} loadingText={`Loading more ${what}`}>
          Load more
        </Button>
        <Box color="text-body-secondary">
          <span role="status">
            {count(items.length)}
            {total === undefined ? '' : ` of ${count(total)}`} shown
          </span>
        </Box>
      </SpaceBetween>
    </Box>
  );
}

/** The counter beside a list's heading: how many there are, as far as that is known. */
export function counterOf<T>({ items, total, more }: Pages<T>): string {
  return `(${count(total ?? items.length)}${total === undefined && more !== undefined ? '+' : ''})`;
}
