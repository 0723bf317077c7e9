import { testChangedValues } from '../../test/changed_values_suite.js';

testChangedValues('async_socket_win32', [
  { id: 'SRS_ASYNC_SOCKET_WIN32_01_001', from: 'a non-NULL handle', to: 'NULL' },
  { id: 'SRS_ASYNC_SOCKET_WIN32_01_007', from: 'a non-zero value', to: '0' },
  { id: 'SRS_ASYNC_SOCKET_WIN32_01_014', from: 'return 0', to: 'return 1' },
  { id: 'SRS_ASYNC_SOCKET_WIN32_01_017', from: 'ASYNC_SOCKET_OPEN_OK', to: 'ASYNC_SOCKET_OPEN_ERROR' },
  { id: 'SRS_ASYNC_SOCKET_WIN32_01_019', from: 'CLOSING', to: 'OPENING' },
  { id: 'SRS_ASYNC_SOCKET_WIN32_01_040', from: 'FALSE', to: 'TRUE' },
  { id: 'SRS_ASYNC_SOCKET_WIN32_01_059', from: '`CloseThreadpoolIo`', to: '`CancelThreadpoolIo`' },
  { id: 'SRS_ASYNC_SOCKET_WIN32_01_061', from: '`dwFlags` set to 0', to: '`dwFlags` set to 1' },
  { id: 'SRS_ASYNC_SOCKET_WIN32_01_066', from: 'ASYNC_SOCKET_SEND_OK', to: 'ASYNC_SOCKET_SEND_ERROR' },
  { id: 'SRS_ASYNC_SOCKET_WIN32_01_067', from: 'ASYNC_SOCKET_SEND_ERROR', to: 'ASYNC_SOCKET_SEND_OK' },
  { id: 'SRS_ASYNC_SOCKET_WIN32_01_069', from: 'ASYNC_SOCKET_RECEIVE_OK', to: 'ASYNC_SOCKET_RECEIVE_ERROR' },
  { id: 'SRS_ASYNC_SOCKET_WIN32_01_070', from: 'and 0 for', to: 'and 1 for' },
  { id: 'SRS_ASYNC_SOCKET_WIN32_01_094', from: 'OPEN.', to: 'CLOSED.' },
  { id: 'SRS_ASYNC_SOCKET_WIN32_01_103', from: 'a non-zero value', to: '0' },
]);
