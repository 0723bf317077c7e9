# Composed from tlsio_requirements.md, sha256 3352bc0e01cf9c22375e355f6fc1f07c3d8ad17276db8faadef5995b7869dafe.
# Do not edit: iospec generate writes this file.
@tlsio
Feature: tlsio: tlsio_dowork

  @SRS_TLSIO_30_070
  Rule: SRS_TLSIO_30_070
    If the `tlsio_handle` parameter is NULL, `tlsio_dowork` shall do nothing except log an error.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_dowork is called and the tlsio_handle parameter is NULL
      Then tlsio_dowork shall do nothing except log an error

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  # Behavior selection
  @SRS_TLSIO_30_071
  Rule: SRS_TLSIO_30_071
    If the adapter is in TLSIO_STATE_EXT_ERROR then `tlsio_dowork` shall do nothing.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_ERROR
      When tlsio_dowork is called
      Then tlsio_dowork shall do nothing

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_075
  Rule: SRS_TLSIO_30_075
    If the adapter is in TLSIO_STATE_EXT_CLOSED then `tlsio_dowork` shall do nothing.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_CLOSED
      When tlsio_dowork is called
      Then tlsio_dowork shall do nothing

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_077
  Rule: SRS_TLSIO_30_077
    If the adapter is in TLSIO_STATE_EXT_OPENING then `tlsio_dowork` shall perform only the TLSIO_STATE_EXT_OPENING behaviors.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_OPENING
      When tlsio_dowork is called
      Then tlsio_dowork shall perform only the TLSIO_STATE_EXT_OPENING behaviors

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_077#2
  Rule: SRS_TLSIO_30_077#2
    If the adapter is in TLSIO_STATE_EXT_OPEN then `tlsio_dowork` shall perform only the Data transmission behaviors and the Data reception behaviors.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_OPEN
      When tlsio_dowork is called
      Then tlsio_dowork shall perform only the Data transmission behaviors and the Data reception behaviors

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_078
  Rule: SRS_TLSIO_30_078
    If the adapter is in TLSIO_STATE_EXT_CLOSING then `tlsio_dowork` shall perform only the TLSIO_STATE_EXT_CLOSING behaviors.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_CLOSING
      When tlsio_dowork is called
      Then tlsio_dowork shall perform only the TLSIO_STATE_EXT_CLOSING behaviors

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  # TLSIO_STATE_EXT_OPENING behaviors
  @SRS_TLSIO_30_080
  Rule: SRS_TLSIO_30_080
    The `tlsio_dowork` shall establish a TLS connection using the `hostName` and `port` provided during `tlsio_open_async`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_OPENING
      When tlsio_dowork is called
      Then tlsio_dowork shall establish a TLS connection using the hostName and port provided during tlsio_open_async

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_082
  Rule: SRS_TLSIO_30_082
    If the connection process fails for any reason, `tlsio_dowork` shall log an error, call `on_io_open_complete` with the `on_io_open_complete_context` parameter provided in `tlsio_open_async` and `IO_OPEN_ERROR`, and enter TLSIO_STATE_EXT_CLOSED.

    Scenario Outline: over a <underlying> underlying IO, with <fault>
      Given a tlsio over a <underlying> underlying IO
      When the connection process fails because of <fault>
      Then tlsio_dowork shall log an error
      And tlsio_dowork shall call on_io_open_complete with the on_io_open_complete_context parameter provided in tlsio_open_async and IO_OPEN_ERROR
      And tlsio_dowork shall enter TLSIO_STATE_EXT_CLOSED
      And the adapter shall forcibly close any existing connections
      And the adapter shall then call the on_io_close_complete function
      And the adapter shall pass the on_io_close_complete_context that was supplied in tlsio_close_async

      Examples:
        | underlying | fault                                         |
        | mock       | a refused connection                          |
        | mock       | a connection that closes before the handshake |
        | mock       | garbage instead of a handshake                |
        | mock       | a reset in mid-handshake                      |
        | mock       | an expired certificate                        |
        | mock       | a self-signed certificate                     |
        | mock       | a certificate for another host                |
        | mock       | an old TLS version                            |
        | mock       | an underlying IO that fails to open           |
        | loopback   | a refused connection                          |
        | loopback   | a connection that closes before the handshake |
        | loopback   | garbage instead of a handshake                |
        | loopback   | a reset in mid-handshake                      |
        | loopback   | an expired certificate                        |
        | loopback   | a self-signed certificate                     |
        | loopback   | a certificate for another host                |
        | loopback   | an old TLS version                            |
        | loopback   | an underlying IO that fails to open           |

  @SRS_TLSIO_30_083
  Rule: SRS_TLSIO_30_083
    If `tlsio_dowork` successfully opens the TLS connection it shall enter TLSIO_STATE_EXT_OPEN.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_dowork successfully opens the TLS connection
      Then tlsio_dowork shall enter TLSIO_STATE_EXT_OPEN
      And the adapter shall call the on_io_open_complete function
      And the adapter shall pass IO_OPEN_OK and the on_io_open_complete_context that was supplied in tlsio_open_async

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  # Data transmission behaviors
  @SRS_TLSIO_30_091
  Rule: SRS_TLSIO_30_091
    If `tlsio_dowork` is able to send all the bytes in an enqueued message, it shall first dequeue the message then call the messages's `on_send_complete` along with its associated `callback_context` and `IO_SEND_OK`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_dowork is able to send all the bytes in an enqueued message
      Then tlsio_dowork shall first dequeue the message
      And tlsio_dowork shall then call the messages's on_send_complete along with its associated callback_context and IO_SEND_OK

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_093
  Rule: SRS_TLSIO_30_093
    If the TLS connection was not able to send an entire enqueued message at once, subsequent calls to `tlsio_dowork` shall continue to send the remaining bytes.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_OPEN
      When tlsio_dowork is called and the TLS connection was not able to send an entire enqueued message at once
      Then subsequent calls to tlsio_dowork shall continue to send the remaining bytes

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_095
  Rule: SRS_TLSIO_30_095
    If the send process fails before sending all of the bytes in an enqueued message, `tlsio_dowork` shall destroy the failed message and enter TLSIO_STATE_EXT_ERROR.

    Scenario Outline: over a <underlying> underlying IO, with <fault>
      Given a tlsio over a <underlying> underlying IO
      When the send process fails before sending all of the bytes in an enqueued message because of <fault>
      Then tlsio_dowork shall destroy the failed message
      And the adapter shall remove the message from the queue
      And the adapter shall destroy it after calling the message's on_send_complete along with its associated callback_context and IO_SEND_ERROR
      And tlsio_dowork shall enter TLSIO_STATE_EXT_ERROR
      And the adapter shall call the on_io_error function
      And the adapter shall pass the on_io_error_context that was supplied in tlsio_open_async

      Examples:
        | underlying | fault                                  |
        | mock       | an underlying IO that fails to send    |
        | mock       | a connection that breaks while sending |
        | loopback   | an underlying IO that fails to send    |
        | loopback   | a connection that breaks while sending |

  @SRS_TLSIO_30_096
  Rule: SRS_TLSIO_30_096
    If there are no enqueued messages available, `tlsio_dowork` shall do nothing.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_OPEN
      When tlsio_dowork is called and there are no enqueued messages available
      Then tlsio_dowork shall do nothing

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  # Data reception behaviors
  @SRS_TLSIO_30_100
  Rule: SRS_TLSIO_30_100
    As long as the TLS connection is able to provide received data, `tlsio_dowork` shall repeatedly read this data and call `on_bytes_received` with the pointer to the buffer containing the data, the number of bytes received, and the `on_bytes_received_context`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_OPEN
      When tlsio_dowork is called as long as the TLS connection is able to provide received data
      Then tlsio_dowork shall repeatedly read this data
      And tlsio_dowork shall call on_bytes_received with the pointer to the buffer containing the data, the number of bytes received, and the on_bytes_received_context

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSIO_30_102
  Rule: SRS_TLSIO_30_102
    If the TLS connection receives no data then `tlsio_dowork` shall not call the `on_bytes_received` callback.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And the adapter is in TLSIO_STATE_EXT_OPEN
      When tlsio_dowork is called and the TLS connection receives no data
      Then tlsio_dowork shall not call the on_bytes_received callback

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  # TLSIO_STATE_EXT_CLOSING behaviors
  @SRS_TLSIO_30_106
  Rule: SRS_TLSIO_30_106
    If the closing process fails to end gracefully, `tlsio_dowork` shall log an error and enter TLSIO_STATE_EXT_CLOSED.

    Scenario Outline: over a <underlying> underlying IO, with <fault>
      Given a tlsio over a <underlying> underlying IO
      And an adapter whose underlying TLS connection has an asynchronous 'closing' state
      When the closing process fails to end gracefully because of <fault>
      Then tlsio_dowork shall log an error
      And tlsio_dowork shall enter TLSIO_STATE_EXT_CLOSED
      And the adapter shall forcibly close any existing connections
      And the adapter shall then call the on_io_close_complete function
      And the adapter shall pass the on_io_close_complete_context that was supplied in tlsio_close_async

      Examples:
        | underlying | fault                                  |
        | mock       | a peer that never answers the close    |
        | mock       | a connection that breaks while closing |
        | mock       | an underlying IO that fails to close   |
        | loopback   | a peer that never answers the close    |
        | loopback   | a connection that breaks while closing |
        | loopback   | an underlying IO that fails to close   |

  @SRS_TLSIO_30_107
  Rule: SRS_TLSIO_30_107
    If the closing process ends gracefully, `tlsio_dowork` shall enter TLSIO_STATE_EXT_CLOSED.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      And an adapter whose underlying TLS connection has an asynchronous 'closing' state
      When the closing process ends gracefully
      Then tlsio_dowork shall enter TLSIO_STATE_EXT_CLOSED
      And the adapter shall forcibly close any existing connections
      And the adapter shall then call the on_io_close_complete function
      And the adapter shall pass the on_io_close_complete_context that was supplied in tlsio_close_async

      Examples:
        | underlying |
        | mock       |
        | loopback   |
