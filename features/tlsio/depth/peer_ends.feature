@tlsio
Feature: tlsio in depth: a peer that ends an open connection
  No id covers it. The reading: the adapter enters TLSIO_STATE_EXT_ERROR, once.

  @gap @SRS_TLSIO_30_005
  Scenario Outline: the end is told once, after <fault>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter has met <fault>
    When tlsio_dowork is called until nothing happens any more
    Then on_io_error shall be called once

    Examples:
      | underlying | fault                                  |
      | mock       | a peer that closes                     |
      | loopback   | a peer that closes                     |
      | mock       | a peer that resets                     |
      | loopback   | a peer that resets                     |
      | mock       | an underlying IO that fails while open |
      | loopback   | an underlying IO that fails while open |

  @gap @SRS_TLSIO_30_005
  Scenario Outline: the end is told after the last bytes, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter is in TLSIO_STATE_EXT_OPEN
    When the peer sends <size> bytes and closes
    Then on_io_error shall be called once, after the last bytes

    Examples:
      | underlying | size    |
      | mock       | 100     |
      | loopback   | 100     |
      | mock       | 3000000 |
      | loopback   | 3000000 |

  @SRS_TLSIO_30_100
  Scenario Outline: the last bytes before the end are not lost, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter is in TLSIO_STATE_EXT_OPEN
    When the peer sends <size> bytes and closes
    Then exactly these bytes shall be received

    Examples:
      | underlying | size    |
      | mock       | 100     |
      | loopback   | 100     |
      | mock       | 3000000 |
      | loopback   | 3000000 |
