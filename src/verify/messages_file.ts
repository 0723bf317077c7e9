import { closeSync, createReadStream, existsSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Envelope } from '@cucumber/messages';
import { MESSAGES_FILE, ReportsFolderError } from '../report/folder.js';

/** Cucumber's messages on their way to the reports folder. */
export interface MessagesFile {
  readonly write: (envelope: Envelope) => void;
  /** Ends the file and gives it its name; until then a reader sees none. */
  close(): void;
  /** Removes what was written, unless it is closed. */
  discard(): void;
}

/**
 * Writes messages as they come. Every worker reports the sources again: duplicates are dropped.
 * @throws ReportsFolderError
 */
export function openMessages(folder: string): MessagesFile {
  const path = join(folder, MESSAGES_FILE);
  const sources = new Set<string>();
  let hasMeta = false;
  let isOpen = true;
  let descriptor: number;
  try {
    descriptor = openSync(`${path}.part`, 'w');
  } catch (error) {
    throw new ReportsFolderError(folder, error instanceof Error ? error.message : String(error));
  }
  return {
    write: (envelope) => {
      const { meta, source } = envelope;
      if (meta !== undefined && hasMeta) return;
      if (source !== undefined && sources.has(source.uri)) return;
      hasMeta ||= meta !== undefined;
      if (source !== undefined) sources.add(source.uri);
      writeSync(descriptor, `${JSON.stringify(envelope)}\n`);
    },
    close: () => {
      closeSync(descriptor);
      renameSync(`${path}.part`, path);
      isOpen = false;
    },
    discard: () => {
      if (!isOpen) return;
      closeSync(descriptor);
      rmSync(`${path}.part`);
    },
  };
}

/**
 * Puts the messages of several runs into one file.
 * @param from Reports folders; one of them may be `folder` itself.
 * @throws ReportsFolderError
 */
export async function mergeMessages(from: readonly string[], folder: string): Promise<void> {
  const messages = openMessages(folder);
  try {
    for (const file of from.map((one) => join(one, MESSAGES_FILE)).filter(existsSync)) {
      let number = 0;
      for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
        number += 1;
        messages.write(messageIn(line, `${file}:${number}`));
      }
    }
    messages.close();
  } finally {
    messages.discard();
  }
}

function messageIn(line: string, place: string): Envelope {
  try {
    const message: unknown = JSON.parse(line);
    if (typeof message === 'object' && message !== null) return message;
  } catch {
    // Reported below, like any other line that is not a message.
  }
  throw new ReportsFolderError(place, 'is not a Cucumber message');
}
