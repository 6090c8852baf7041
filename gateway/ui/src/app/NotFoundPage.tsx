import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import { useLocation } from 'react-router';
import { Page } from '../kit/Page';
import { paths } from '../kit/paths';

export function NotFoundPage() {
  const { pathname } = useLocation();
  return (
    <Page title="No such page">
      <Box variant="p">
        Nothing answers to <code>{pathname}</code>. Go to <Link href={paths.organization}>the organisation</Link>.
      </Box>
    </Page>
  );
}
