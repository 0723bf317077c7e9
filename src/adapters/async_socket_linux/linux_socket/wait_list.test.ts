import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EPOLL_EVENTS } from './linux_socket.js';
import { WaitList } from './wait_list.js';

const { EPOLLERR, EPOLLHUP, EPOLLIN, EPOLLOUT, EPOLLRDHUP } = EPOLL_EVENTS;

/** A list of named contexts that write down what they are told. */
function listed(...waiting: readonly (readonly [name: string, events: number])[]) {
  const list = new WaitList();
  const told: string[] = [];
  const again = new Map<object, number>();
  const contexts = waiting.map(([name, events]) => {
    const context = { name };
    const callBack = (_context: object | null, action: string): void => {
      told.push(`${name} ${action.split('_').at(-1) ?? ''}`);
      const wanted = again.get(context);
      again.delete(context);
      if (wanted !== undefined) list.add(wanted, callBack, context);
    };
    list.add(events, callBack, context);
    return context;
  });
  return { list, told, again, contexts };
}

describe('those who wait for a socket', () => {
  it('are told of data and room one after the other, one for each event', () => {
    const { list, told } = listed(['a', EPOLLIN], ['b', EPOLLOUT], ['c', EPOLLIN]);
    list.tell(EPOLLIN | EPOLLOUT);
    assert.deepEqual(told, ['a EPOLLIN', 'b EPOLLOUT']);
    list.tell(EPOLLIN);
    assert.deepEqual(told.slice(2), ['c EPOLLIN']);
    assert.equal(list.length, 0);
  });

  it('are all told of the end of the connection, which comes before everything else', () => {
    const { list, told } = listed(['a', EPOLLIN], ['b', EPOLLOUT], ['c', EPOLLIN]);
    list.tell(EPOLLIN | EPOLLOUT | EPOLLERR | EPOLLHUP | EPOLLRDHUP);
    assert.deepEqual(told, ['a EPOLLRDHUP', 'b EPOLLRDHUP', 'c EPOLLRDHUP']);
  });

  it('are told of an error where there is nothing else for them', () => {
    const { list, told } = listed(['a', EPOLLIN], ['b', EPOLLOUT]);
    list.tell(EPOLLERR | EPOLLOUT);
    assert.deepEqual(told, ['a ERROR', 'b EPOLLOUT']);
  });

  it('keep their place when they wait again from inside', () => {
    const { list, told, again, contexts } = listed(['a', EPOLLIN], ['b', EPOLLIN]);
    const [first = {}] = contexts;
    again.set(first, EPOLLIN);
    for (let count = 0; count < 3; count += 1) list.tell(EPOLLIN);
    assert.deepEqual(told, ['a EPOLLIN', 'a EPOLLIN', 'b EPOLLIN']);
  });

  it('are told when they wait in vain, in their order', () => {
    const { list, told } = listed(['a', EPOLLIN], ['b', EPOLLOUT]);
    assert.equal(list.events, EPOLLIN | EPOLLOUT);
    list.abandon();
    assert.deepEqual(told, ['a ABANDONED', 'b ABANDONED']);
  });
});
