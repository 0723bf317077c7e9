import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EPOLLERR, EPOLLHUP, EPOLLIN, EPOLLOUT, EPOLLRDHUP } from '../header.js';
import { Waiters } from './waiters.js';

/** Contexts that wait for events, and what they were told. */
function waiting(...wanted: readonly number[]) {
  const waiters = new Waiters();
  const told: string[] = [];
  const add = (name: string, events: number, then: () => void = () => undefined): void => {
    waiters.add({
      events,
      context: contextOf(name),
      callback: (_context, action) => {
        told.push(`${name} ${action.replace('COMPLETION_PORT_EPOLL_', '')}`);
        then();
      },
    });
  };
  const contexts = new Map<string, object>();
  const contextOf = (name: string): object => {
    const context = contexts.get(name) ?? {};
    contexts.set(name, context);
    return context;
  };
  wanted.forEach((events, index) => {
    add(String(index), events);
  });
  return { waiters, told, add };
}

test('data and room are for the first who waits for them', () => {
  const { waiters, told } = waiting(EPOLLIN, EPOLLOUT, EPOLLIN, EPOLLOUT);
  waiters.tell(EPOLLIN | EPOLLOUT);
  assert.deepEqual(told, ['0 EPOLLIN', '1 EPOLLOUT']);
  waiters.tell(EPOLLIN);
  assert.deepEqual(told.slice(2), ['2 EPOLLIN']);
  waiters.tell(EPOLLIN);
  assert.equal(told.length, 3);
});

test('the end of the connection and errors are for all', () => {
  for (const [event, action] of [
    [EPOLLRDHUP | EPOLLIN, 'EPOLLRDHUP'],
    [EPOLLHUP, 'EPOLLRDHUP'],
    [EPOLLERR, 'ERROR'],
  ] as const) {
    const { waiters, told } = waiting(EPOLLIN, EPOLLOUT);
    waiters.tell(event);
    assert.deepEqual(told, [`0 ${action}`, `1 ${action}`]);
  }
});

test('one who is added again from inside its callback keeps its place, and is told with the next event', () => {
  const { waiters, told, add } = waiting();
  add('first', EPOLLIN, () => {
    add('first', EPOLLIN);
  });
  add('second', EPOLLIN);
  waiters.tell(EPOLLIN);
  assert.deepEqual(told, ['first EPOLLIN']);
  waiters.tell(EPOLLIN);
  assert.deepEqual(told.slice(1), ['first EPOLLIN']);
});

test('those who wait in vain are told so, once', () => {
  const { waiters, told } = waiting(EPOLLIN, EPOLLOUT);
  waiters.abandon();
  waiters.abandon();
  assert.deepEqual(told, ['0 ABANDONED', '1 ABANDONED']);
});
