import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

export interface Notice {
  type: FlashbarProps.Type;
  header?: string | undefined;
  content: ReactNode;
}

interface Notices {
  shown: readonly (Notice & { id: string })[];
  notify: (notice: Notice) => void;
  dismiss: (id: string) => void;
}

const Context = createContext<Notices>({ shown: [], notify: () => undefined, dismiss: () => undefined });

export function NoticesProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Notices['shown']>([]);
  const notify = useCallback((notice: Notice) => setShown((all) => [{ ...notice, id: crypto.randomUUID() }, ...all]), []);
  const dismiss = useCallback((id: string) => setShown((all) => all.filter((notice) => notice.id !== id)), []);
  const notices = useMemo(() => ({ shown, notify, dismiss }), [shown, notify, dismiss]);
  return <Context value={notices}>{children}</Context>;
}

export function useNotices(): Notices {
  return useContext(Context);
}
