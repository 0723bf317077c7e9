import { sep } from 'node:path';
import type { Envelope } from '@cucumber/messages';

/**
 * A message with the paths of features as every system writes them in a plan, with forward slashes.
 * @param separator What the system puts between folders.
 */
export function withPortableUris(envelope: Envelope, separator: string = sep): Envelope {
  if (separator === '/') return envelope;
  const portable = <Message extends { uri?: string }>(message: Message): Message =>
    message.uri === undefined ? message : { ...message, uri: message.uri.replaceAll(separator, '/') };
  const { source, gherkinDocument, pickle } = envelope;
  if (source !== undefined) return { ...envelope, source: portable(source) };
  if (gherkinDocument !== undefined) return { ...envelope, gherkinDocument: portable(gherkinDocument) };
  if (pickle !== undefined) return { ...envelope, pickle: portable(pickle) };
  return envelope;
}
