import { testChangedValues } from '../../test/changed_values_suite.js';

testChangedValues('wsio', [
  { id: 'SRS_WSIO_01_109', from: 'IO_SEND_CANCELLED', to: 'IO_SEND_ERROR' },
  { id: 'SRS_WSIO_01_075', from: 'LWS_WRITE_BINARY', to: 'LWS_WRITE_TEXT' },
  { id: 'SRS_WSIO_01_092', from: 'set to -1', to: 'set to 1' },
  { id: 'SRS_WSIO_01_069', from: 'IO_OPEN_ERROR', to: 'IO_OPEN_CANCELLED' },
  { id: 'SRS_WSIO_01_112', from: 'shall be 0', to: 'shall be 1' },
  { id: 'SRS_WSIO_01_011', from: 'CONTEXT_PORT_NO_LISTEN', to: '0' },
  { id: 'SRS_WSIO_01_078', from: 'IO_SEND_OK', to: 'IO_SEND_CANCELLED' },
]);
