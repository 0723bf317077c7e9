/** Every fault that an underlying IO can be told to show, and where it strikes. */
export const FAULTS = {
  'a refused connection': 'opening',
  'a connection that closes before the handshake': 'opening',
  'garbage instead of a handshake': 'opening',
  'a reset in mid-handshake': 'opening',
  'an expired certificate': 'opening',
  'a self-signed certificate': 'opening',
  'a certificate for another host': 'opening',
  'an old TLS version': 'opening',
  'an underlying IO that fails to open': 'opening',
  'a silent peer': 'silence',
  'a peer that stops reading': 'silence',
  'a peer that closes': 'open',
  'a peer that resets': 'open',
  'an underlying IO that fails while open': 'open',
  'an underlying IO that fails to send': 'sending',
  'a connection that breaks while sending': 'sending',
  'a peer that never answers the close': 'closing',
  'a connection that breaks while closing': 'closing',
  'an underlying IO that fails to close': 'closing',
  'an underlying IO that cannot be created': 'creating',
  'an underlying IO whose open call fails': 'calling open',
} as const;

export type FaultName = keyof typeof FAULTS;
export type FaultPoint = (typeof FAULTS)[FaultName];

/** Names of the faults that strike at a point, in catalogue order. */
export function faultsAt(point: FaultPoint): readonly FaultName[] {
  return (Object.keys(FAULTS) as FaultName[]).filter((name) => FAULTS[name] === point);
}

/** Whether an underlying IO of a design can show a fault: a direct one is not created, and closing a socket can't fail. */
export function canShow(design: 'chained' | 'direct', fault: FaultName): boolean {
  return (
    design === 'chained' ||
    (fault !== 'an underlying IO that cannot be created' && fault !== 'an underlying IO that fails to close')
  );
}
