import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { type Connection, type EventName, type Events, LiveEvents } from '../api/events';

interface Live {
  events: LiveEvents;
  connection: Connection;
}

const Context = createContext<Live>({ events: new LiveEvents(), connection: 'connecting' });
const pause = 1_500;

export function LiveProvider({ events, children }: { events: LiveEvents; children: ReactNode }) {
  const [connection, setConnection] = useState<Connection>('connecting');
  useEffect(() => events.open(setConnection), [events]);
  return <Context value={{ events, connection }}>{children}</Context>;
}

export function useConnection(): Connection {
  return useContext(Context).connection;
}

/** Calls back for events that matter here, many in a row as one call after a short pause. */
export function useLive<N extends EventName>(name: N, matters: (event: Events[N]) => boolean, refresh: () => void): void {
  const { events } = useContext(Context);
  const latest = useRef({ matters, refresh });
  useEffect(() => {
    latest.current = { matters, refresh };
  });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = events.listen(name, (event) => {
      if (timer === undefined && latest.current.matters(event)) {
        timer = setTimeout(() => {
          timer = undefined;
          latest.current.refresh();
        }, pause);
      }
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [events, name]);
}
