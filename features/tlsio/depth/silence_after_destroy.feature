@tlsio
Feature: tlsio in depth: silence after tlsio_destroy

  @SRS_TLSIO_30_021
  Scenario Outline: what the peer did is told to nobody, when it <doing>, from <state>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter is in <state>
    When tlsio_destroy is called while the peer <doing>
    Then tlsio_destroy shall release all allocated resources
    And tlsio_destroy shall then release tlsio_handle

    Examples:
      | underlying | state                   | doing  |
      | mock       | TLSIO_STATE_EXT_OPEN    | sends  |
      | loopback   | TLSIO_STATE_EXT_OPEN    | sends  |
      | mock       | TLSIO_STATE_EXT_OPEN    | closes |
      | loopback   | TLSIO_STATE_EXT_OPEN    | closes |
      | mock       | TLSIO_STATE_EXT_OPEN    | resets |
      | loopback   | TLSIO_STATE_EXT_OPEN    | resets |
      | mock       | TLSIO_STATE_EXT_CLOSING | sends  |
      | loopback   | TLSIO_STATE_EXT_CLOSING | sends  |
      | mock       | TLSIO_STATE_EXT_CLOSING | closes |
      | loopback   | TLSIO_STATE_EXT_CLOSING | closes |
      | mock       | TLSIO_STATE_EXT_CLOSING | resets |
      | loopback   | TLSIO_STATE_EXT_CLOSING | resets |

  @SRS_TLSIO_30_021
  Scenario Outline: nothing is left after <fault>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter has met <fault>
    When tlsio_destroy is called
    Then tlsio_destroy shall release all allocated resources
    And tlsio_destroy shall then release tlsio_handle

    Examples:
      | underlying | fault                                  |
      | mock       | a refused connection                   |
      | loopback   | a refused connection                   |
      | mock       | a reset in mid-handshake               |
      | loopback   | a reset in mid-handshake               |
      | mock       | a self-signed certificate              |
      | loopback   | a self-signed certificate              |
      | mock       | a silent peer                          |
      | loopback   | a silent peer                          |
      | mock       | a peer that closes                     |
      | loopback   | a peer that closes                     |
      | mock       | an underlying IO that fails to send    |
      | loopback   | an underlying IO that fails to send    |
      | mock       | a connection that breaks while closing |
      | loopback   | a connection that breaks while closing |
      | mock       | an underlying IO that fails to close   |
      | loopback   | an underlying IO that fails to close   |
