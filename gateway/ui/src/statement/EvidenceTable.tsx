import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table from '@cloudscape-design/components/table';
import { evidenceAddress } from '../api/api';
import type { EvidenceFile } from '../api/statements';
import { count, fileSize, instant } from '../kit/format';
import { has, Only, useMe } from '../kit/me';

interface EvidenceTableProps {
  files: readonly EvidenceFile[];
  erase: (file: EvidenceFile) => void;
}

/** Evidence files with their hashes, each to be downloaded or erased. */
export function EvidenceTable({ files, erase }: EvidenceTableProps) {
  const reads = has(useMe().data, 'OWNER', 'APPROVER', 'AUDITOR', 'ADMINISTRATOR');
  return (
    <Table
      variant="container"
      contentDensity="compact"
      wrapLines
      items={files}
      trackBy="id"
      ariaLabels={{ tableLabel: 'Evidence' }}
      header={
        <Header
          variant="h2"
          counter={`(${count(files.length)})`}
          description="Kept with its hash: sha256sum of what you download must give the same."
        >
          Evidence
        </Header>
      }
      empty={<Box color="text-body-secondary">No file was given.</Box>}
      columnDefinitions={[
        {
          id: 'name',
          header: 'File',
          cell: ({ id, name, erased }) => (reads && erased === undefined ? <Link href={evidenceAddress(id)}>{name}</Link> : name),
          isRowHeader: true,
          minWidth: 180,
        },
        { id: 'type', header: 'Type', cell: ({ mediaType }) => mediaType, minWidth: 130 },
        { id: 'size', header: 'Size', cell: ({ size }) => fileSize(size), minWidth: 90 },
        { id: 'hash', header: 'SHA-256', cell: ({ sha256 }) => <Hash hash={sha256} />, minWidth: 260 },
        { id: 'at', header: 'Uploaded', cell: ({ uploadedAt }) => instant(uploadedAt), minWidth: 150 },
        { id: 'bytes', header: 'Bytes', cell: (file) => <Bytes file={file} erase={erase} />, minWidth: 160 },
      ]}
    />
  );
}

function Bytes({ file, erase }: { file: EvidenceFile; erase: (file: EvidenceFile) => void }) {
  const { erased, name } = file;
  return erased === undefined ? (
    <Only as={['ADMINISTRATOR']}>
      <Button variant="inline-link" ariaLabel={`Erase ${name}`} onClick={() => erase(file)}>
        Erase
      </Button>
    </Only>
  ) : (
    <>
      Erased by {erased.by}, {instant(erased.at)}: {erased.reason}
    </>
  );
}

function Hash({ hash }: { hash: string }) {
  return (
    <span className="mono">
      <CopyToClipboard
        variant="inline"
        textToCopy={hash}
        textToDisplay={hash}
        copyButtonAriaLabel="Copy the hash"
        copySuccessText="Copied"
        copyErrorText="Could not copy"
      />
    </span>
  );
}
