// Lets Node.js load the TypeScript sources directly during development: node --import ./register.mjs FILE.ts
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';

register('ts-node/esm', pathToFileURL('./'));
