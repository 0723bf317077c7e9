import { testChangedValues } from '../../test/changed_values_suite.js';

testChangedValues('tlspool', [
  { id: 'SRS_TLSPOOL_01_004', from: '0x24', to: '0x25' },
  { id: 'SRS_TLSPOOL_01_034', from: '0x6`', to: '0x9`' },
  {
    id: 'SRS_TLSPOOL_01_041',
    from: 'E_TLSPOOL_CIPHER_SOCKET_NEEDED',
    to: 'E_TLSPOOL_PLAIN_SOCKET_NEEDED',
  },
  { id: 'SRS_TLSPOOL_01_071', from: 'EPROTO', to: 'EPIPE' },
  { id: 'SRS_TLSPOOL_01_143', from: 'EPIPE', to: 'EPROTO' },
  { id: 'SRS_TLSPOOL_01_102', from: '`0` of the bytes', to: '`16` of the bytes' },
  { id: 'SRS_TLSPOOL_01_223', from: '0600', to: '0666' },
]);
