import type { SinonSpy, SinonStub } from 'sinon';
import type { OnUnderlyingEvent } from '../../../src/stage/recorder.js';
import type { Movement, UnderWay } from '../../../src/stage/under_way.js';
import type { Libwebsockets } from '../../../src/adapters/wsio/libwebsockets/libwebsockets.js';
import type { lws_callback_reasons } from '../../../src/adapters/wsio/libwebsockets/lws.js';
import type { WsPeer } from './peer.js';

export type FunctionName = keyof Libwebsockets;

/** What stands in the place of a function: over the mock a sinon stub, over the loopback a spy. */
export type LibraryDouble = SinonSpy | SinonStub;

/** A call that the adapter made below. */
export interface LibraryCall {
  readonly name: FunctionName;
  /** Bytes are a copy as they were when the call was made, at their place in a copy of the memory around them. */
  readonly arguments: readonly unknown[];
  /** Where in the timeline it stands. */
  readonly sequence: number;
  /** What it returned; undefined until it did. */
  result: unknown;
}

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

/** Stands in for one call: it may make the real one, with other arguments, or not at all. */
export type Script<Name extends FunctionName = FunctionName> = (
  real: Libwebsockets[Name],
  given: Parameters<Libwebsockets[Name]>,
) => ReturnType<Libwebsockets[Name]>;

export interface WsUnderlyingOptions {
  readonly onEvent: OnUnderlyingEvent;
  /** Sequence number that the next event of the timeline will have. */
  readonly mark: () => number;
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
  /** The library as the adapter gets it: each call is recorded and can be scripted. */
  readonly libwebsockets: Libwebsockets;
  /** The double of each function that was called. */
  readonly doubles: ReadonlyMap<FunctionName, LibraryDouble>;
  readonly plain: Configuration;
  /** The peer's port for TLS, and the authority that signed its certificate. */
  readonly secure: Configuration;
  readonly peer: WsPeer;
  readonly asksForCertificates: AsksForCertificates;
  /** Every call so far, oldest first. */
  readonly calls: readonly LibraryCall[];
  /** Every event that the adapter was told, oldest first. */
  readonly events: readonly EventRecord[];
  /** Scripts the next calls of a function that nothing is scripted for yet, one each. */
  script<Name extends FunctionName>(name: Name, ...scripts: Script<Name>[]): void;
  /** What was scripted and not called for is forgotten. */
  clearScripts(): void;
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
