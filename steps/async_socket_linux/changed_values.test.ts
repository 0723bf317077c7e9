import { testChangedValues } from '../../test/changed_values_suite.js';

testChangedValues('async_socket_linux', [
  {
    id: 'SRS_ASYNC_SOCKET_LINUX_11_046',
    from: 'ASYNC_SOCKET_SEND_SYNC_ERROR',
    to: 'ASYNC_SOCKET_SEND_SYNC_ABANDONED',
  },
  { id: 'SRS_ASYNC_SOCKET_LINUX_11_028', from: 'return 0', to: 'return 1' },
  { id: 'SRS_ASYNC_SOCKET_LINUX_11_031', from: 'EPOLL_CTL_ADD', to: 'EPOLL_CTL_MOD' },
  {
    id: 'SRS_ASYNC_SOCKET_LINUX_11_059',
    from: 'ASYNC_SOCKET_SEND_SYNC_ABANDONED',
    to: 'ASYNC_SOCKET_SEND_SYNC_ERROR',
  },
  { id: 'SRS_ASYNC_SOCKET_LINUX_11_041', from: 'CLOSED', to: 'OPEN' },
  { id: 'SRS_ASYNC_SOCKET_LINUX_11_086', from: 'ERROR` flag', to: 'ABANDONED` flag' },
  { id: 'SRS_ASYNC_SOCKET_LINUX_11_102', from: 'EPOLLIN', to: 'EPOLLOUT' },
  {
    id: 'SRS_ASYNC_SOCKET_LINUX_11_090',
    from: 'ASYNC_SOCKET_RECEIVE_ABANDONED',
    to: 'ASYNC_SOCKET_RECEIVE_OK',
  },
]);
