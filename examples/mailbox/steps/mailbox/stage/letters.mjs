import { Buffer } from 'node:buffer';

/** Letters that a mailbox has accepted, the oldest first. */
export function postedIn({ calls }) {
  return calls
    .filter((call) => call.function === 'mailbox_post' && call.result === 'MAILBOX_OK')
    .map((call) => Buffer.from(call.arguments.letter ?? []).subarray(0, call.arguments.size));
}

/** The callbacks that delivered letters, the oldest first. */
export function deliveriesIn({ callbacks }) {
  return callbacks.filter(({ registration }) => registration.parameter === 'on_letter');
}

/** Whether a callback delivered a letter, byte for byte. */
export function isDelivery({ arguments: given }, letter) {
  return letter !== undefined && given.size === letter.length && letter.equals(given.letter);
}
