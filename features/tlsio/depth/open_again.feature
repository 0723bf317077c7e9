@tlsio
Feature: tlsio in depth: opening again
  After a failed opening the adapter is in TLSIO_STATE_EXT_CLOSED: it can be opened again without a close.

  @SRS_TLSIO_30_082
  Scenario Outline: the adapter opens after <fault>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter has met <fault>
    When tlsio_open_async has been called successfully
    Then the connection shall be open

    Examples:
      | underlying | fault                                         |
      | mock       | a refused connection                          |
      | loopback   | a refused connection                          |
      | mock       | a connection that closes before the handshake |
      | loopback   | a connection that closes before the handshake |
      | mock       | garbage instead of a handshake                |
      | loopback   | garbage instead of a handshake                |
      | mock       | a reset in mid-handshake                      |
      | loopback   | a reset in mid-handshake                      |
      | mock       | an expired certificate                        |
      | loopback   | an expired certificate                        |
      | mock       | a self-signed certificate                     |
      | loopback   | a self-signed certificate                     |
      | mock       | a certificate for another host                |
      | loopback   | a certificate for another host                |
      | mock       | an old TLS version                            |
      | loopback   | an old TLS version                            |
      | mock       | an underlying IO that fails to open           |
      | loopback   | an underlying IO that fails to open           |

  # The reading of 30_038: after the failure the adapter is closed and can be opened again.
  @SRS_TLSIO_30_038
  Scenario Outline: the adapter opens after an open call that failed below, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter has met an underlying IO whose open call fails
    When tlsio_open_async has been called successfully
    Then the connection shall be open

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_106
  Scenario Outline: the adapter opens after <fault>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And an adapter with internal async close
    And the adapter has met <fault>
    When tlsio_open_async has been called successfully
    Then the connection shall be open

    Examples:
      | underlying | fault                                  |
      | mock       | a peer that never answers the close    |
      | loopback   | a peer that never answers the close    |
      | mock       | a connection that breaks while closing |
      | loopback   | a connection that breaks while closing |
      | mock       | an underlying IO that fails to close   |
      | loopback   | an underlying IO that fails to close   |
