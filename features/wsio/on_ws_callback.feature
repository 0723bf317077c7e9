# Composed from wsio_requirements.md, sha256 44190d6fbf1b6e9d8eabace6ef517355e6a9191b49b80737c9c3e82161c40ba7.
# Do not edit: iospec generate writes this file.
@wsio
Feature: wsio: on_ws_callback

  # LWS_CALLBACK_CLIENT_ESTABLISHED
  @SRS_WSIO_01_066
  Rule: SRS_WSIO_01_066
    If an open action is pending, the on_io_open_complete callback shall be triggered with IO_OPEN_OK and from now on it shall be possible to send/receive data.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      And an open action is pending
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_ESTABLISHED
      Then the on_io_open_complete callback shall be triggered with IO_OPEN_OK
      And from now on it shall be possible to send/receive data

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_068
  Rule: SRS_WSIO_01_068
    If the IO is already open, the on_io_error callback shall be triggered.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      And the IO is already open
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_ESTABLISHED
      Then the on_io_error callback shall be triggered

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  # LWS_CALLBACK_CLIENT_CONNECTION_ERROR
  @SRS_WSIO_01_069
  Rule: SRS_WSIO_01_069
    If an open action is pending, the on_io_open_complete callback shall be triggered with IO_OPEN_ERROR.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      And an open action is pending
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_CONNECTION_ERROR
      Then the on_io_open_complete callback shall be triggered with IO_OPEN_ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_070
  Rule: SRS_WSIO_01_070
    If the IO is already open, the on_io_error callback shall be triggered.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      And the IO is already open
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_CONNECTION_ERROR
      Then the on_io_error callback shall be triggered

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  # LWS_CALLBACK_CLIENT_WRITEABLE
  @SRS_WSIO_01_120
  Rule: SRS_WSIO_01_120
    This event shall only be processed if the IO is open.

    Scenario Outline: over a <underlying> underlying IO, the IO is open
      Given a wsio over a <underlying> underlying IO
      And the IO is open
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE
      Then this event shall only be processed if the IO is open

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

    Scenario Outline: over a <underlying> underlying IO, with <state>
      Given a wsio over a <underlying> underlying IO
      And the IO is not open, but <state>
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE
      Then this event shall only be processed if the IO is open

      Examples:
        | underlying | state    |
        | mock       | closed   |
        | mock       | in error |
        | loopback   | closed   |
        | loopback   | in error |
        | native     | closed   |
        | native     | in error |

  @SRS_WSIO_01_121
  Rule: SRS_WSIO_01_121
    If this event is received in while an open action is incomplete, the open_complete callback shall be called with IO_OPEN_ERROR.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When LWS_CALLBACK_CLIENT_WRITEABLE is received in while an open action is incomplete
      Then the open_complete callback shall be called with IO_OPEN_ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_071
  Rule: SRS_WSIO_01_071
    If any pending IO chunks queued in wsio_send are to be sent, then the first one shall be retrieved from the queue.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE and any pending IO chunks queued in wsio_send are to be sent
      Then the first one shall be retrieved from the queue

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_072
  Rule: SRS_WSIO_01_072
    Enough space to fit the data and LWS_SEND_BUFFER_PRE_PADDING and LWS_SEND_BUFFER_POST_PADDING shall be allocated.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE
      Then enough space to fit the data and LWS_SEND_BUFFER_PRE_PADDING and LWS_SEND_BUFFER_POST_PADDING shall be allocated

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_073
  Rule: SRS_WSIO_01_073
    If allocating the memory fails then the send_result callback callback shall be triggered with IO_SEND_ERROR.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE and allocating the memory fails
      Then the send_result callback callback shall be triggered with IO_SEND_ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_113
  Rule: SRS_WSIO_01_113
    If allocating the memory fails for a pending IO that has been partially sent already then the on_io_error callback shall also be triggered.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE and allocating the memory fails for a pending IO that has been partially sent already
      Then the on_io_error callback shall also be triggered

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_074
  Rule: SRS_WSIO_01_074
    The payload queued in wsio_send shall be copied to the newly allocated buffer at the position LWS_SEND_BUFFER_PRE_PADDING.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE
      Then the payload queued in wsio_send shall be copied to the newly allocated buffer at the position LWS_SEND_BUFFER_PRE_PADDING

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_075
  Rule: SRS_WSIO_01_075
    lws_write shall be called with the websockets interface obtained in wsio_open, the newly constructed padded buffer, the data size queued in wsio_send (actual payload) and the payload type should be set to LWS_WRITE_BINARY.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE
      Then lws_write shall be called with the websockets interface obtained in wsio_open, the newly constructed padded buffer, the data size queued in wsio_send (actual payload)
      And the payload type should be set to LWS_WRITE_BINARY

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_076
  Rule: SRS_WSIO_01_076
    If lws_write fails (result is less than 0) then the send_complete callback shall be triggered with IO_SEND_ERROR.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE and lws_write fails (result is less than 0)
      Then the send_complete callback shall be triggered with IO_SEND_ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_114
  Rule: SRS_WSIO_01_114
    Additionally, if the failure is for a pending IO that has been partially sent already then the on_io_error callback shall also be triggered.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE and lws_write fails (result is less than 0)
      And the failure is for a pending IO that has been partially sent already
      Then the on_io_error callback shall also be triggered

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_077
  Rule: SRS_WSIO_01_077
    If lws_write succeeds and the complete payload has been sent, the queued pending IO shall be removed from the pending list.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE and lws_write succeeds and the complete payload has been sent
      Then the queued pending IO shall be removed from the pending list

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_078
  Rule: SRS_WSIO_01_078
    If the pending IO had an associated on_send_complete, then the on_send_complete function shall be called with the callback_context and IO_SEND_OK as arguments.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE and the pending IO had an associated on_send_complete
      Then the on_send_complete function shall be called with the callback_context and IO_SEND_OK as arguments

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_079
  Rule: SRS_WSIO_01_079
    If the send was successful and any error occurs during removing the pending IO from the list then the on_io_error callback shall be triggered.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE and the send was successful and any error occurs during removing the pending IO from the list
      Then the on_io_error callback shall be triggered

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_117
  Rule: SRS_WSIO_01_117
    on_io_error should not be triggered twice when removing a pending IO that failed and a partial send for it has already been done.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE
      Then on_io_error should not be triggered twice when removing a pending IO that failed and a partial send for it has already been done

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_080
  Rule: SRS_WSIO_01_080
    If lws_write succeeds and less bytes than the complete payload have been sent, then the sent bytes shall be removed from the pending IO and only the leftover bytes shall be left as pending and sent upon subsequent events.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE and lws_write succeeds and less bytes than the complete payload have been sent
      Then the sent bytes shall be removed from the pending IO
      And only the leftover bytes shall be left as pending and sent upon subsequent events

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_118
  Rule: SRS_WSIO_01_118
    If lws_write indicates more bytes sent than were passed to it an error shall be indicated via on_send_complete.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE and lws_write indicates more bytes sent than were passed to it
      Then an error shall be indicated via on_send_complete

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_119
  Rule: SRS_WSIO_01_119
    If this error happens after the pending IO being partially sent, the on_io_error shall also be indicated.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE and this error happens after the pending IO being partially sent
      Then on_io_error shall also be indicated

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_081
  Rule: SRS_WSIO_01_081
    If any pending IOs are in the list, lws_callback_on_writable shall be called, while passing the websockets instance obtained in wsio_open as arguments if:

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE and any pending IOs are in the list
      Then lws_callback_on_writable shall be called, while passing the websockets instance obtained in wsio_open as arguments

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_115
  Rule: SRS_WSIO_01_115
    The send over websockets was successful

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE and any pending IOs are in the list
      And the send over websockets was successful
      Then lws_callback_on_writable shall be called, while passing the websockets instance obtained in wsio_open as arguments

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_116
  Rule: SRS_WSIO_01_116
    The send failed writing to lws or allocating memory for the data to be passed to lws and no partial data has been sent previously for the pending IO.

    Scenario Outline: over a <underlying> underlying IO, with <failure>
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_WRITEABLE and any pending IOs are in the list
      And the send failed <failure> and no partial data has been sent previously for the pending IO
      Then lws_callback_on_writable shall be called, while passing the websockets instance obtained in wsio_open as arguments

      Examples:
        | underlying | failure                                            |
        | mock       | writing to lws                                     |
        | mock       | allocating memory for the data to be passed to lws |
        | loopback   | writing to lws                                     |
        | loopback   | allocating memory for the data to be passed to lws |
        | native     | writing to lws                                     |
        | native     | allocating memory for the data to be passed to lws |

  # LWS_CALLBACK_CLIENT_RECEIVE
  @SRS_WSIO_01_082
  Rule: SRS_WSIO_01_082
    LWS_CALLBACK_CLIENT_RECEIVE shall only be processed when the IO is open.

    Scenario Outline: over a <underlying> underlying IO, the IO is open
      Given a wsio over a <underlying> underlying IO
      And the IO is open
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_RECEIVE
      Then LWS_CALLBACK_CLIENT_RECEIVE shall only be processed when the IO is open

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

    Scenario Outline: over a <underlying> underlying IO, with <state>
      Given a wsio over a <underlying> underlying IO
      And the IO is not open, but <state>
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_RECEIVE
      Then LWS_CALLBACK_CLIENT_RECEIVE shall only be processed when the IO is open

      Examples:
        | underlying | state    |
        | mock       | closed   |
        | mock       | in error |
        | loopback   | closed   |
        | loopback   | in error |
        | native     | closed   |
        | native     | in error |

  @SRS_WSIO_01_122
  Rule: SRS_WSIO_01_122
    If an open action is in progress then the on_open_complete callback shall be invoked with IO_OPEN_ERROR.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      And an open action is in progress
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_RECEIVE
      Then the on_open_complete callback shall be invoked with IO_OPEN_ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_083
  Rule: SRS_WSIO_01_083
    When LWS_CALLBACK_CLIENT_RECEIVE is triggered and the IO is open, the on_bytes_received callback passed in wsio_open shall be called.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When LWS_CALLBACK_CLIENT_RECEIVE is triggered and the IO is open
      Then the on_bytes_received callback passed in wsio_open shall be called

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_084
  Rule: SRS_WSIO_01_084
    The bytes argument shall point to the received bytes as indicated by the LWS_CALLBACK_CLIENT_RECEIVE in argument.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_RECEIVE
      Then the bytes argument shall point to the received bytes as indicated by the LWS_CALLBACK_CLIENT_RECEIVE in argument

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_085
  Rule: SRS_WSIO_01_085
    The length argument shall be set to the number of received bytes as indicated by the LWS_CALLBACK_CLIENT_RECEIVE len argument.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_RECEIVE
      Then the length argument shall be set to the number of received bytes as indicated by the LWS_CALLBACK_CLIENT_RECEIVE len argument

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_086
  Rule: SRS_WSIO_01_086
    The callback_context shall be set to the callback_context that was passed in wsio_open.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_RECEIVE
      Then callback_context shall be set to the callback_context that was passed in wsio_open

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_087
  Rule: SRS_WSIO_01_087
    If the number of bytes is 0 then the on_io_error callback shall be called.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_RECEIVE and the number of bytes is 0
      Then the on_io_error callback shall be called

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_088
  Rule: SRS_WSIO_01_088
    If the number of bytes received is positive, but the buffer indicated by the in parameter is NULL, then the on_io_error callback shall be called.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_CLIENT_RECEIVE and the number of bytes received is positive, but the buffer indicated by the in parameter is NULL
      Then the on_io_error callback shall be called

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  # LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS
  @SRS_WSIO_01_089
  Rule: SRS_WSIO_01_089
    When LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS is triggered, the certificates passed in the trusted_ca member of WSIO_CONFIG passed in wsio_init shall be loaded in the certificate store.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS is triggered
      Then the certificates passed in the trusted_ca member of WSIO_CONFIG passed in wsio_init shall be loaded in the certificate store

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_090
  Rule: SRS_WSIO_01_090
    The OpenSSL certificate store is passed in the user argument.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS
      Then the OpenSSL certificate store is passed in the user argument

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_131
  Rule: SRS_WSIO_01_131
    Get the certificate store for the OpenSSL context by calling SSL_CTX_get_cert_store

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS
      Then get the certificate store for the OpenSSL context by calling SSL_CTX_get_cert_store

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_123
  Rule: SRS_WSIO_01_123
    Creating a new BIO by calling BIO_new.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS
      Then creating a new BIO by calling BIO_new

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_124
  Rule: SRS_WSIO_01_124
    The BIO shall be a memory one (obtained by calling BIO_s_mem).

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS
      Then the BIO shall be a memory one (obtained by calling BIO_s_mem)

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_125
  Rule: SRS_WSIO_01_125
    Setting the certificates string as the input by using BIO_puts.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS
      Then setting the certificates string as the input by using BIO_puts

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_126
  Rule: SRS_WSIO_01_126
    Reading every certificate by calling PEM_read_bio_X509

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS
      Then reading every certificate by calling PEM_read_bio_X509

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_132
  Rule: SRS_WSIO_01_132
    When PEM_read_bio_X509 returns NULL then no more certificates are available in the input string.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS and PEM_read_bio_X509 returns NULL
      Then no more certificates are available in the input string

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_127
  Rule: SRS_WSIO_01_127
    Adding the read certificate to the store by calling X509_STORE_add_cert

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS
      Then adding the read certificate to the store by calling X509_STORE_add_cert

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_133
  Rule: SRS_WSIO_01_133
    If X509_STORE_add_cert fails then the certificate obtained by calling PEM_read_bio_X509 shall be freed with X509_free.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS and X509_STORE_add_cert fails
      Then the certificate obtained by calling PEM_read_bio_X509 shall be freed with X509_free

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_128
  Rule: SRS_WSIO_01_128
    Freeing the BIO

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS
      Then freeing the BIO

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_129
  Rule: SRS_WSIO_01_129
    If any of the APIs fails and an open call is pending the on_open_complete callback shall be triggered with IO_OPEN_ERROR.

    Scenario Outline: over a <underlying> underlying IO, with <function>
      Given a wsio over a <underlying> underlying IO
      When on_ws_callback is called with LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS and <function> fails and an open call is pending
      Then the on_open_complete callback shall be triggered with IO_OPEN_ERROR

      Examples:
        | underlying | function               |
        | mock       | SSL_CTX_get_cert_store |
        | mock       | BIO_s_mem              |
        | mock       | BIO_new                |
        | mock       | BIO_puts               |
        | mock       | X509_STORE_add_cert    |
        | mock       | BIO_free               |
        | loopback   | SSL_CTX_get_cert_store |
        | loopback   | BIO_s_mem              |
        | loopback   | BIO_new                |
        | loopback   | BIO_puts               |
        | loopback   | X509_STORE_add_cert    |
        | loopback   | BIO_free               |
        | native     | SSL_CTX_get_cert_store |
        | native     | BIO_s_mem              |
        | native     | BIO_new                |
        | native     | BIO_puts               |
        | native     | X509_STORE_add_cert    |
        | native     | BIO_free               |

  @SRS_WSIO_01_130
  Rule: SRS_WSIO_01_130
    If the event is received when the IO is already open the on_io_error callback shall be triggered.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS is received when the IO is already open
      Then the on_io_error callback shall be triggered

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |
