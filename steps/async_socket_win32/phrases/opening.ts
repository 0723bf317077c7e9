import { Then } from '../../../src/system/phrase_registry.js';
import { render } from '../../../src/timeline/render.js';
import type { Win32Socket } from '../../../src/adapters/async_socket_win32/win32_socket/win32_socket.js';
import { latestBelow, theCallBelow } from '../stage/below.js';
import type { Win32World } from '../stage/world.js';

/** The sentence stands in the section about create, and the pool is obtained there. */
Then(
  /^\w+ shall obtain the PTP_POOL from the execution engine passed to (\w+) by calling (\w+)$/,
  function (this: Win32World, passedTo: string, name: string) {
    const { call } = this;
    this.expect.that(call.function === passedTo, `${passedTo} was called`, passedTo, call.function);
    const below = theCallBelow(this, passedTo, name);
    const engine = call.arguments.execution_engine;
    this.expect.that(
      below.arguments[0] === engine,
      `${name} gets the execution engine passed to ${passedTo}`,
      render(engine),
      render(below.arguments[0]),
    );
    const isInside = below.during.includes(call);
    this.expect.that(isInside, `${passedTo} makes the call`, 'a call inside it', 'a call outside of it');
  },
);

Then(
  /^(\w+) shall (?:initialize a thread pool environment|create a threadpool cleanup group) by calling (\w+)$/,
  function (this: Win32World, subject: string, name: string) {
    const call = theCallBelow(this, subject, name);
    this.expect.that(call.result !== null, `${name} succeeds`, 'a result', 'NULL');
  },
);

Then(
  /^(\w+) shall set the thread pool for the environment to the pool obtained from the execution engine by calling (\w+)$/,
  function (this: Win32World, subject: string, name: string) {
    const [environment, pool] = theCallBelow(this, subject, name).arguments;
    const initialized = theCallBelow(this, subject, 'InitializeThreadpoolEnvironment');
    const isOurs = environment === initialized.arguments[0];
    this.expect.that(isOurs, 'it is the environment that was initialized', 'that one', 'another one');
    const obtained = latestBelow(this, 'execution_engine_win32_get_threadpool')?.result;
    const isPool = pool !== null && pool !== undefined && pool === obtained;
    this.expect.that(isPool, 'it is the pool of the execution engine', render(obtained), render(pool));
  },
);

Then(
  /^(\w+) shall create a threadpool IO by calling (\w+) and passing (\w+), the callback environment to it and (\w+) as callback$/,
  async function (this: Win32World, subject: string, name: string, parameter: string, callback: string) {
    const call = theCallBelow(this, subject, name);
    const [socket, , , environment] = call.arguments as Parameters<Win32Socket['CreateThreadpoolIo']>;
    const created = this.timeline.calls.find(({ arguments: given }) => parameter in given);
    const wanted = created?.arguments[parameter];
    this.expect.that(socket === wanted, `${name} gets ${parameter}`, render(wanted), render(socket));
    const initialized = theCallBelow(this, subject, 'InitializeThreadpoolEnvironment');
    const isOurs = environment === initialized.arguments[0];
    this.expect.that(isOurs, 'it gets the callback environment', 'the one initialized', 'another one');
    // What a callback is shows when the thread pool calls it.
    this.expect.that(
      this.prototype(callback)?.isStatic === true,
      'the document declares the callback',
      callback,
      'no such function',
    );
    await this.stage.completeOne('receive');
    const received = this.timeline.callbacks.some(
      ({ registration, during }) =>
        registration.parameter === 'on_receive_complete' &&
        during.some(({ function: running }) => running === callback),
    );
    this.expect.that(
      received,
      `${callback} completes an IO`,
      'on_receive_complete inside it',
      'no completion',
    );
  },
);
