import { Given, Then, When } from '../../../src/system/phrase_registry.js';
import type { ASYNC_SOCKET_BUFFER } from '../../../src/adapters/async_socket/async_socket.js';
import { INVALID_SOCKET, UINT32_MAX } from '../header.js';
import { observed } from '../../../src/stage/outcome.js';
import { isFailure } from '../../../src/timeline/failure.js';
import type { NamedArguments } from '../../../src/stage/session.js';
import {
  callUnderTest,
  defineCircumstance,
  enterStateOrWithdraw,
  prepareUnlessChosen,
} from '../../../src/phrases/circumstances.js';
import { valueOf } from '../../../src/phrases/values.js';
import { buffersOf } from '../buffers.js';
import type { AsyncSocketWorld } from '../stage/world.js';

Given(/^async_socket is (CLOSED|OPENING|OPEN|CLOSING)$/, function (this: AsyncSocketWorld, state: string) {
  return enterStateOrWithdraw(this, state);
});

/** "async_socket is not NULL": the valid argument that a call has anyway. */
defineCircumstance('(\\w+) is not NULL', async (world: AsyncSocketWorld, functionName) => {
  await prepareUnlessChosen(world, functionName);
  return {};
});

const CONSTANTS = new Map(Object.entries<number>({ INVALID_SOCKET }));

defineCircumstance('(\\w+) is (INVALID_SOCKET)', (_world, _functionName, parameter = '', word = '') => ({
  [parameter]: CONSTANTS.get(word),
}));

/** The name that the first prototype of a function has for a parameter which another one calls by another name. */
function nameOf(world: AsyncSocketWorld, functionName: string, parameter: string): string {
  const all = world.specification.prototypes.filter(({ name }) => name === functionName);
  const at = all
    .map(({ parameters }) => parameters.findIndex(({ name }) => name === parameter))
    .find((index) => index >= 0);
  return all[0]?.parameters[at ?? -1]?.name ?? parameter;
}

function givenBuffers(
  world: AsyncSocketWorld,
  functionName: string,
  parameter: string,
  buffers: readonly ASYNC_SOCKET_BUFFER[],
): NamedArguments {
  return { [nameOf(world, functionName, parameter)]: buffers, buffer_count: buffers.length };
}

const POSITIONS = new Map(Object.entries<number>({ first: 0, middle: 1, last: 2 }));

/** "the middle one of the buffers in payload has length set to 0". */
defineCircumstance(
  'the (first|middle|last) one of the buffers in (\\w+) has (\\w+) set to (NULL|\\d+)',
  async (world: AsyncSocketWorld, functionName, position = '', parameter = '', member = '', word = '') => {
    await prepareUnlessChosen(world, functionName);
    const buffers = buffersOf('one', 'two', 'three').map((buffer, index) =>
      index === POSITIONS.get(position) ? { ...buffer, [member]: valueOf(word) } : buffer,
    );
    return givenBuffers(world, functionName, parameter, buffers);
  },
);

const LIMITS = new Map(Object.entries<number>({ UINT32_MAX }));

/** Only the lengths say so: the memory is no bigger than any other. */
defineCircumstance(
  'the sum of buffer lengths for all the buffers in (\\w+) is greater than (\\w+)',
  async (world: AsyncSocketWorld, functionName, parameter = '', limit = '') => {
    await prepareUnlessChosen(world, functionName);
    const most = LIMITS.get(limit);
    if (most === undefined) throw new Error(`no step knows the limit ${limit}`);
    const buffers = buffersOf('one', 'two').map((buffer, index) => ({
      ...buffer,
      length: index === 0 ? most : 1,
    }));
    return givenBuffers(world, functionName, parameter, buffers);
  },
);

/** Where the function asks for no memory, there is none that could be missing. */
When(
  /^(async_socket_\w+) is called and any error occurs because memory cannot be allocated$/,
  async function (this: AsyncSocketWorld, functionName: string) {
    const { stage } = this;
    await prepareUnlessChosen(this, functionName);
    await stage.beforeFailure(functionName);
    const before = stage.memory.requests;
    stage.memory.failAfter(0);
    callUnderTest(this, functionName);
    return stage.memory.requests === before
      ? this.withdraw('notApplicable', `${functionName} asks for no memory`)
      : undefined;
  },
);

When(
  /^(async_socket_\w+) is called and any error occurs because (\w+) fails$/,
  async function (this: AsyncSocketWorld, functionName: string, below: string) {
    await prepareUnlessChosen(this, functionName);
    await this.stage.beforeFailure(functionName);
    this.stage.failBelow(below);
    callUnderTest(this, functionName);
  },
);

/** "execution_engine shall be allowed to be NULL": the call that gave it succeeded. */
Then(
  /^(\w+) shall be allowed to be (NULL)$/,
  function (this: AsyncSocketWorld, parameter: string, word: string) {
    const { arguments: given, function: name, result } = this.call;
    this.expect.that(
      given[parameter] === valueOf(word),
      `${parameter} is ${word}`,
      word,
      observed(given[parameter]),
    );
    const isHandle = this.prototype(name)?.returnType.endsWith('_HANDLE') === true;
    const isRefused = isHandle ? result === null : isFailure(result);
    this.expect.that(!isRefused, `${name} succeeds with ${parameter} ${word}`, 'a success', observed(result));
  },
);
