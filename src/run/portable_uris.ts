import { sep } from 'node:path';

interface Located {
  readonly uri?: string;
}

/** Those of Cucumber's messages that name a feature file. */
export interface FeatureMessage {
  readonly source?: Located;
  readonly gherkinDocument?: Located;
  readonly pickle?: Located;
}

/**
 * A message with the paths of features as every system writes them in a plan, with forward slashes.
 * @param separator What the system puts between folders.
 */
export function withPortableUris<Message extends FeatureMessage>(
  message: Message,
  separator: string = sep,
): Message {
  if (separator === '/') return message;
  const portable = (located: Located): Located =>
    located.uri === undefined ? located : { ...located, uri: located.uri.replaceAll(separator, '/') };
  const { source, gherkinDocument, pickle } = message;
  if (source !== undefined) return { ...message, source: portable(source) };
  if (gherkinDocument !== undefined) return { ...message, gherkinDocument: portable(gherkinDocument) };
  if (pickle !== undefined) return { ...message, pickle: portable(pickle) };
  return message;
}
