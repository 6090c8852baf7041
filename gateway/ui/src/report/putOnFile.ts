import { useEffect, useRef } from 'react';
import { api } from '../api/api';
import type { ProviderEvidence } from '../api/catalog';

const tries = 20;
const pause = 250;

/** Puts a report on file by a draft that is published at once; a draft that was refused is mended by the next try, or dropped. */
export function usePutOnFile(): (id: string, report: Omit<ProviderEvidence, 'id'>) => Promise<number> {
  const open = useRef<number | undefined>(undefined);
  useEffect(
    () => () => {
      if (open.current !== undefined) {
        drop(open.current);
      }
    },
    [],
  );
  return async (id, report) => {
    open.current ??= (await api.beginDraft()).draft.id;
    const draft = open.current;
    await api.putReport(draft, report, id);
    open.current = undefined;
    const { number } = await api.publishDraft(draft).catch((refused: unknown) => {
      drop(draft);
      throw refused;
    });
    await read(number);
    return number;
  };
}

/** A draft that stays behind does no harm. */
function drop(draft: number): void {
  api.dropDraft(draft).catch(() => undefined);
}

/** Waits until the gateway has read the revision, which comes to it by way of Kafka. */
async function read(revision: number): Promise<void> {
  for (let left = tries; left > 0; left--) {
    if (((await api.about()).revision ?? 0) >= revision) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
