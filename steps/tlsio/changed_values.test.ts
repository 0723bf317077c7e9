import { testChangedValues } from '../../test/changed_values_suite.js';

testChangedValues('tlsio', [
  { id: 'SRS_TLSIO_30_009', from: 'IO_SEND_CANCELLED', to: 'IO_SEND_ERROR' },
  { id: 'SRS_TLSIO_30_052', from: 'return 0', to: 'return 1' },
  { id: 'SRS_TLSIO_30_031', from: '_FAILURE_', to: '0' },
  { id: 'SRS_TLSIO_30_057', from: 'IO_OPEN_CANCELLED', to: 'IO_OPEN_OK' },
  { id: 'SRS_TLSIO_30_065', from: 'TLSIO_STATE_EXT_OPEN', to: 'TLSIO_STATE_EXT_OPENING' },
  { id: 'SRS_TLSIO_30_091', from: 'IO_SEND_OK', to: 'IO_SEND_ERROR' },
  { id: 'SRS_TLSIO_30_082', from: 'IO_OPEN_ERROR', to: 'IO_OPEN_CANCELLED' },
]);
