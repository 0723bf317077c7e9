@tlsio
Feature: tlsio in depth: partial sends
  A TLS record holds 16,384 bytes at most, and is 16,406 bytes long then (TLS 1.3). The pieces that the underlying IO
  takes end inside a record, with it and behind it.

  @SRS_TLSIO_30_093
  Scenario Outline: a message of <size> bytes goes in pieces of <piece>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter is in TLSIO_STATE_EXT_OPEN
    And the underlying IO takes <piece> bytes at a time
    When a message of <size> bytes is sent
    Then the messages shall arrive whole and in their order

    Examples:
      | underlying | size  | piece |
      | mock       | 1     | 1     |
      | loopback   | 1     | 1     |
      | mock       | 200   | 1     |
      | loopback   | 200   | 1     |
      | mock       | 16383 | 16405 |
      | loopback   | 16383 | 16405 |
      | mock       | 16384 | 16405 |
      | loopback   | 16384 | 16405 |
      | mock       | 16384 | 16406 |
      | loopback   | 16384 | 16406 |
      | mock       | 16384 | 16407 |
      | loopback   | 16384 | 16407 |
      | mock       | 16385 | 16406 |
      | loopback   | 16385 | 16406 |
      | mock       | 50000 | 1000  |
      | loopback   | 50000 | 1000  |
      | mock       | 50000 | 16405 |
      | loopback   | 50000 | 16405 |
      | mock       | 50000 | 16406 |
      | loopback   | 50000 | 16406 |
      | mock       | 50000 | 16407 |
      | loopback   | 50000 | 16407 |

  @SRS_TLSIO_30_093
  Scenario Outline: a message that was stopped halfway goes on, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When a message is sent that the underlying IO stops taking halfway
    And the underlying IO takes the rest
    Then the messages shall arrive whole and in their order

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_091
  Scenario Outline: a message is not complete before its last byte is taken, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When a message is sent that the underlying IO stops taking halfway
    Then message 1 shall not be completed

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_091
  Scenario Outline: a message is complete when its last byte is taken, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When a message is sent that the underlying IO stops taking halfway
    And the underlying IO takes the rest
    Then message 1 shall be completed once with IO_SEND_OK

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_009
  Scenario Outline: a message that was stopped halfway is cancelled by a close, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When a message is sent that the underlying IO stops taking halfway
    And tlsio_close_async is called and given all the time it needs
    Then message 1 shall be completed once with IO_SEND_CANCELLED

    Examples:
      | underlying |
      | mock       |
      | loopback   |
