import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import { useState } from 'react';
import { api } from '../api/api';
import type { EvidenceFile } from '../api/statements';
import { errorOf } from '../api/useQuery';

interface Upload {
  file: File;
  kept?: EvidenceFile;
  problem?: string;
}

export interface Evidence {
  uploads: readonly Upload[];
  ids: string[];
  uploading: boolean;
  choose: (files: readonly File[]) => void;
}

/** Files that are uploaded as soon as they are chosen, so that what is refused shows at once. */
export function useEvidence(): Evidence {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const settle = (file: File, result: Omit<Upload, 'file'>) =>
    setUploads((all) => all.map((upload) => (upload.file === file ? { file, ...result } : upload)));

  const choose = (files: readonly File[]) => {
    setUploads(files.map((file) => uploads.find((upload) => upload.file === file) ?? { file }));
    for (const file of files.filter((one) => !uploads.some((upload) => upload.file === one))) {
      api.uploadEvidence(file).then(
        (kept) => settle(file, { kept }),
        (cause: unknown) => settle(file, { problem: errorOf(cause).problem.detail }),
      );
    }
  };
  return {
    uploads,
    ids: uploads.flatMap(({ kept }) => kept?.id ?? []),
    uploading: uploads.some(({ kept, problem }) => kept === undefined && problem === undefined),
    choose,
  };
}

export function EvidenceField({ evidence: { uploads, choose }, problem }: { evidence: Evidence; problem: string | undefined }) {
  return (
    <FormField
      label="Evidence files"
      description="Minutes, screenshots, reports. Kept as they are, with their hash."
      constraintText="PDF, Word, Excel, PowerPoint, OpenDocument, pictures or plain text; at most 10 MB each."
      errorText={problem}
    >
      <FileUpload
        multiple
        value={uploads.map(({ file }) => file)}
        onChange={({ detail }) => choose(detail.value)}
        fileErrors={uploads.map((upload) => upload.problem ?? null)}
        showFileSize
        i18nStrings={{
          uploadButtonText: (multiple) => (multiple ? 'Choose files' : 'Choose a file'),
          dropzoneText: (multiple) => (multiple ? 'Drop files to upload' : 'Drop a file to upload'),
          removeFileAriaLabel: (index) => `Remove file ${index + 1}`,
          limitShowFewer: 'Show fewer files',
          limitShowMore: 'Show more files',
          errorIconAriaLabel: 'Error',
        }}
      />
    </FormField>
  );
}
