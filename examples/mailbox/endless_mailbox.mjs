import { defineAdapter } from 'iospec/adapter';
import { create_mailbox } from './mailbox.mjs';

/** A mailbox that takes any number of letters. */
export default defineAdapter({
  specification: 'mailbox',
  name: 'endless_mailbox',
  version: '1.0.0',
  capabilities: { bounded: false },
  create: (dependencies) => create_mailbox(dependencies, Infinity),
});
