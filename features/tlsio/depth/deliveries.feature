@tlsio
Feature: tlsio in depth: bytes that arrive in pieces

  @SRS_TLSIO_30_083
  Scenario Outline: the handshake arrives <piece> byte at a time, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the underlying IO delivers <piece> byte at a time
    When tlsio_dowork successfully opens the TLS connection
    Then the connection shall be open

    Examples:
      | underlying | piece |
      | mock       | 1     |
      | loopback   | 1     |

  @SRS_TLSIO_30_100
  Scenario Outline: <size> bytes arrive in pieces of <piece>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter is in TLSIO_STATE_EXT_OPEN
    And the underlying IO delivers <piece> bytes at a time
    When the peer sends <size> bytes
    Then exactly these bytes shall be received

    Examples:
      | underlying | size  | piece |
      | mock       | 1     | 1     |
      | loopback   | 1     | 1     |
      | mock       | 200   | 1     |
      | loopback   | 200   | 1     |
      | mock       | 16384 | 16405 |
      | loopback   | 16384 | 16405 |
      | mock       | 16384 | 16406 |
      | loopback   | 16384 | 16406 |
      | mock       | 16384 | 16407 |
      | loopback   | 16384 | 16407 |
      | mock       | 50000 | 999   |
      | loopback   | 50000 | 999   |

  @SRS_TLSIO_30_107
  Scenario Outline: the answer to the close arrives a byte at a time, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And an adapter with internal async close
    And the adapter is in TLSIO_STATE_EXT_OPEN
    And the underlying IO delivers 1 byte at a time
    When the closing process ends gracefully
    Then tlsio_dowork shall enter TLSIO_STATE_EXT_CLOSED

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_057
  Scenario Outline: a close in the middle of the handshake cancels it, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the handshake is under way
    When tlsio_close_async is called and succeeds
    Then the adapter shall call on_io_open_complete with the on_io_open_complete_context supplied in tlsio_open_async and IO_OPEN_CANCELLED

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_021
  Scenario Outline: a destroy in the middle of the handshake releases everything, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the handshake is under way
    When tlsio_destroy is called
    Then tlsio_destroy shall release all allocated resources
    And tlsio_destroy shall then release tlsio_handle

    Examples:
      | underlying |
      | mock       |
      | loopback   |
