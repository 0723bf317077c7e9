import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { compose } from '../../src/scenario/index.js';
import { bundledDocument, bundledRules } from '../../test/bundled_systems.js';

let rules: ReadonlyMap<string, string>;

before(async () => {
  const document = bundledDocument('wsio', await bundledRules('wsio'));
  const parts = compose(document).flatMap(({ text }) => text.split(/^ {2}Rule: /m).slice(1));
  rules = new Map(parts.map((part) => [part.split('\n')[0] ?? '', part]));
});

const ruleOf = (number: string): string => rules.get(`SRS_WSIO_01_${number}`) ?? '';

test('"this event" is the event that the section is about', () => {
  assert.match(
    ruleOf('121'),
    /When LWS_CALLBACK_CLIENT_WRITEABLE is received in while an open action is incomplete/,
  );
  assert.match(
    ruleOf('130'),
    /When LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS is received when the IO is already open/,
  );
});

test('what holds before the call runs over the alternatives that the sentence names', () => {
  assert.match(ruleOf('034'), /And another open <progress>\n/);
  assert.match(ruleOf('034'), /\| mock +\| has completed successfully \(the IO is open\) \|/);
  assert.match(ruleOf('009'), /And <situation>\n/);
  assert.match(ruleOf('120'), /And the IO is not open, but <state>\n/);
});

test('"any of the APIs" and "any error" run over what can fail', () => {
  assert.match(
    ruleOf('129'),
    /and <function> fails and an open call is pending\n(?:.*\n)+.*\| X509_STORE_add_cert +\|/,
  );
  assert.match(ruleOf('037'), /in progress because of <fault>\n(?:.*\n)+.*\| an expired certificate +\|/);
});
