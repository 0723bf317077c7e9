import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toy, type Sent } from './fixtures/toy.js';
import { completesOnce, contextsAsGiven, insideCalls, violations, type Monitor } from './monitors.js';

/** What the monitors say when `toy_send` does this and then, with the call over, `afterwards` is done. */
function seen(
  onSend: (sent: Sent) => number,
  monitors: readonly Monitor[] = [],
  afterwards: (sent: Sent, destroy: () => void) => void = () => undefined,
) {
  const sent: Sent[] = [];
  const { session, timeline } = toy((one) => {
    sent.push(one);
    return onSend(one);
  });
  session.call('toy_send');
  for (const one of sent) {
    afterwards(one, () => {
      session.call('toy_destroy');
    });
  }
  return violations(timeline, monitors);
}

const right = ({ complete, context }: Sent): number => {
  complete(context, 'SEND_OK');
  return 0;
};

const twice = (sent: Sent): number => {
  right(sent);
  return right(sent);
};

test('an adapter that does right breaks no rule', () => {
  assert.deepEqual(seen(right, [{ rule: insideCalls, requirements: [] }]), []);
});

const WRONG: Readonly<Record<string, { readonly onSend: (sent: Sent) => number; readonly tells: RegExp }>> = {
  'a completion that comes twice': {
    onSend: twice,
    tells: /^a call completes once: on_send_complete \(event 2\) came a second time for one toy_send$/,
  },
  'a completion of a refused call': {
    onSend: (sent) => right(sent) + 1,
    tells: /^a refused call is not completed: on_send_complete \(event 1\) came though toy_send had failed$/,
  },
  'a context that is another': {
    onSend: ({ complete, errorContext }) => {
      complete(errorContext, 'SEND_OK');
      return 0;
    },
    tells:
      /^contexts come back as given: .* got the context on_error_context of .*, not callback_context of /,
  },
  'an error that comes twice': {
    onSend: ({ fail, errorContext }) => {
      fail(errorContext);
      fail(errorContext);
      return 0;
    },
    tells: /^an open reports one error: on_error \(event 2\) came a second time/,
  },
};

for (const [what, { onSend, tells }] of Object.entries(WRONG)) {
  test(`${what} is seen, and is nobody's where no monitor claims it`, () => {
    const [violation, ...more] = seen(onSend);
    assert.match(violation?.message ?? 'nothing', tells);
    assert.deepEqual(violation?.requirements, []);
    assert.deepEqual(more, []);
  });
}

test('a callback after destroy breaks that rule and no other', () => {
  const found = seen(right, [{ rule: insideCalls, requirements: ['INSIDE'] }], (sent, destroy) => {
    destroy();
    sent.complete('another context', 'SEND_OK');
  });
  assert.deepEqual(found, [
    {
      requirements: [],
      message: 'no callback after destroy: on_send_complete (event 5) came after destroy had returned',
    },
  ]);
});

test('a callback outside of every call is wrong only for systems that say so', () => {
  const late = ({ complete, context }: Sent): void => {
    complete(context, 'SEND_OK');
  };
  assert.deepEqual(
    seen(() => 0, [], late),
    [],
  );
  const [found] = seen(() => 0, [{ rule: insideCalls, requirements: [] }], late);
  assert.match(found?.message ?? '', /came outside of every call/);
});

test('a violation is laid to the requirements of the first monitor that fits', () => {
  const monitors: readonly Monitor[] = [
    { rule: contextsAsGiven, requirements: ['CONTEXTS'] },
    { rule: completesOnce, callback: 'on_close_complete', requirements: ['CLOSE'] },
    {
      rule: completesOnce,
      callback: 'on_send_complete',
      value: 'SEND_CANCELLED',
      requirements: ['CANCELLED'],
    },
    { rule: completesOnce, callback: 'on_send_complete', value: 'SEND_OK', requirements: ['SENT', 'ONCE'] },
    { rule: completesOnce, requirements: ['ANY'] },
  ];
  assert.deepEqual(
    seen(twice, monitors).map(({ requirements }) => requirements),
    [['SENT', 'ONCE']],
  );
});

test('a destroy that came into another call as one of another thread would ends with that call', () => {
  const { session, timeline } = toy((one) => {
    const destroy = session.call('toy_destroy');
    const [outer] = timeline.during;
    if (outer !== undefined) destroy.endsWith = outer;
    return right(one);
  });
  session.call('toy_send');
  assert.deepEqual(violations(timeline, []), []);
});
