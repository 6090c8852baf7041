import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import { paths } from './paths';

export function StartHere() {
  return (
    <Container header={<Header variant="h2">No organisation has been read yet</Header>}>
      <Box variant="p">
        Start a scan on the page of <Link href={paths.scans}>scans</Link>, or from a shell that holds credentials for your accounts:
      </Box>
      <pre className="code">./demarc scan</pre>
      <Box variant="p">
        A snapshot that AWS Config has delivered is read by <code>./demarc import FILE</code>.
      </Box>
    </Container>
  );
}
