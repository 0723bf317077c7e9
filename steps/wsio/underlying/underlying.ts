import type { ObservedCall, ObservedCalls } from '../../../src/stage/observed_calls.js';
import type { Movement, UnderWay } from '../../../src/stage/under_way.js';
import type { Libwebsockets } from '../../../src/adapters/wsio/libwebsockets/libwebsockets.js';
import type { lws_callback_reasons } from '../../../src/adapters/wsio/libwebsockets/lws.js';
import type { WsPeer } from './peer.js';

export type FunctionName = keyof Libwebsockets;

/** A call that the adapter made below; bytes are a copy, at their place in a copy of the memory around them. */
export type LibraryCall = ObservedCall<FunctionName>;

/** The function in which a library asks for further certificates. */
export type AsksForCertificates = 'lws_create_context' | 'lws_service';

/** An event that the adapter was told. */
export interface EventRecord {
  readonly reason: lws_callback_reasons;
  readonly user: object | null;
  readonly sequence: number;
}

/** An event that a scenario has libwebsockets tell, whether the connection brings it or not. */
export interface ToldEvent {
  readonly reason: lws_callback_reasons;
  /** Left out: NULL, or for the certificates the context of a connection. */
  readonly user?: object | null;
  readonly in?: Uint8Array | null;
  readonly len?: number;
}

/** How to reach the peer: what `wsio_create` is given. */
export interface Configuration {
  readonly host: string;
  readonly port: number;
  readonly protocol_name: string;
  readonly relative_path: string;
  readonly use_ssl: boolean;
  readonly trusted_ca: string | null;
}

/** What a wsio stands on in one scenario, and the peer at the far end. */
export interface WsUnderlying extends UnderWay {
  readonly kind: string;
  /** The library as the adapter gets it: over the mock by way of sinon stubs, else of spies. */
  readonly observed: ObservedCalls<Libwebsockets>;
  readonly plain: Configuration;
  /** The peer's port for TLS, and the authority that signed its certificate. */
  readonly secure: Configuration;
  readonly peer: WsPeer;
  readonly asksForCertificates: AsksForCertificates;
  /** Every event that the adapter was told, oldest first. */
  readonly events: readonly EventRecord[];
  /** Has the event told in the next `lws_service`. */
  tell(event: ToldEvent): void;
  /** Has it told now, outside of every service, to the callback of the last connection. */
  tellNow(event: ToldEvent): void;
  /** Asks for `LWS_CALLBACK_CLIENT_WRITEABLE` in the adapter's place. */
  askToWrite(): void;
  /** While held, no `LWS_CALLBACK_CLIENT_WRITEABLE` comes. */
  holdWrites(): void;
  releaseWrites(): void;
  /** Sockets and servers go; resolves when they are gone. */
  dispose(): Promise<void>;
}

/** A library at the bottom, its peer, and how to reach it: what the mock and the loopback have of their own. */
export interface Ground {
  readonly kind: string;
  readonly library: Libwebsockets;
  readonly peer: WsPeer;
  readonly plain: Configuration;
  readonly secure: Configuration;
  readonly asksForCertificates: AsksForCertificates;
  /** An `SSL_CTX` of the library's own, for an event that a scenario has told. */
  readonly tlsContext: () => object;
  moving(): readonly Movement[];
  dispose(): Promise<void>;
}
