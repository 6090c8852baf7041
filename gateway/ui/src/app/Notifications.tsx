import Flashbar from '@cloudscape-design/components/flashbar';
import { useEffect } from 'react';
import { api } from '../api/api';
import { useQuery } from '../api/useQuery';
import { useMe } from '../kit/me';
import { useNotices } from '../kit/notices';
import { caveatsOf } from './caveats';

const again = 30_000;

/** What went well or wrong, beneath what is to be known of the gateway on every page. */
export function Notifications() {
  const { shown, dismiss } = useNotices();
  const { data: me } = useMe();
  const { data, reload } = useQuery('about', api.about);
  useEffect(() => {
    const timer = setInterval(reload, again);
    return () => clearInterval(timer);
  }, [reload]);

  return (
    <Flashbar
      items={[
        ...caveatsOf(data, me).map(({ id, type, content }) => ({ id, type, content, loading: type === 'in-progress' })),
        ...shown.map(({ id, type, header, content }) => ({
          id,
          type,
          header,
          content,
          dismissible: true,
          dismissLabel: 'Dismiss',
          onDismiss: () => dismiss(id),
        })),
      ]}
    />
  );
}
