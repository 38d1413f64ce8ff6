import { beatGateway, type Database, type GatewayBeat, type GatewayLoad, removeGateway } from '@jobwire/db';
import { asError, type Emit } from '@jobwire/runtime';

/** Tells the other processes that this one is there. */
export interface GatewayLease {
  start(): void;
  /** Say goodbye: who was there through this process is not any more. */
  stop(): Promise<void>;
}

/** What the lease works with. */
export interface GatewayLeaseOptions {
  db: Database;
  id: string;
  load: () => GatewayLoad;
  /** Called after each time the record was told. */
  onBeat: (beat: GatewayBeat) => void;
  emit: Emit;
  /** Time between two beats, in milliseconds: a fifth of what a process is given to be seen. */
  everyMs: number;
}

/** Make the lease of a process. */
export function createGatewayLease({ db, id, load, onBeat, emit, everyMs }: GatewayLeaseOptions): GatewayLease {
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;
  const beat = async (): Promise<void> => {
    try {
      onBeat(await beatGateway(db, id, load()));
    } catch (error) {
      // The next beat tells; when none comes through for long, the others take us for gone, and we write all anew.
      emit('gateway.unseen', { error: asError(error) });
    } finally {
      underWay = undefined;
    }
  };
  const beatOnce = (): void => void (underWay ??= beat());
  return {
    start() {
      beatOnce();
      timer = setInterval(beatOnce, everyMs).unref();
    },
    async stop() {
      clearInterval(timer);
      await underWay;
      try {
        await removeGateway(db, id);
      } catch (error) {
        // Nobody hears the goodbye: the others find out when the lease ends.
        emit('gateway.unseen', { error: asError(error) });
      }
    },
  };
}
