@tlsio
Feature: tlsio in depth: several queued sends

  @SRS_TLSIO_30_091
  Scenario Outline: <count> messages are completed in their order, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When <count> messages are sent
    Then the messages shall arrive whole and in their order
    And message 1 shall be completed once with IO_SEND_OK
    And message 2 shall be completed once with IO_SEND_OK
    And message <count> shall be completed once with IO_SEND_OK
    And the messages shall be completed in their order

    Examples:
      | underlying | count |
      | mock       | 2     |
      | loopback   | 2     |
      | mock       | 3     |
      | loopback   | 3     |
      | mock       | 100   |
      | loopback   | 100   |

  @SRS_TLSIO_30_091
  Scenario Outline: the message before the one that fails was sent, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When 3 messages are sent and the connection breaks in the middle of message 2
    Then message 1 shall be completed once with IO_SEND_OK

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_095
  Scenario Outline: message <number> of <count> fails, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When <count> messages are sent and the connection breaks in the middle of message <number>
    Then message <number> shall be completed with IO_SEND_ERROR
    And on_io_error shall be called after message <number> was completed

    Examples:
      | underlying | count | number |
      | mock       | 2     | 1      |
      | loopback   | 2     | 1      |
      | mock       | 2     | 2      |
      | loopback   | 2     | 2      |
      | mock       | 3     | 1      |
      | loopback   | 3     | 1      |
      | mock       | 3     | 2      |
      | loopback   | 3     | 2      |

  # How many of the messages before it the TLS connection reports as sent is its own affair: it may take several at once.
  @SRS_TLSIO_30_095
  Scenario Outline: the oldest message that was not sent fails, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When 3 messages are sent and the connection breaks in the middle of message 3
    Then the oldest message without IO_SEND_OK shall be completed with IO_SEND_ERROR

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  # The reading of 30_095: later messages stay queued until close cancels them.
  @SRS_TLSIO_30_095
  Scenario Outline: the messages behind the one that fails stay queued, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When 3 messages are sent and the connection breaks in the middle of message 1
    Then message 2 shall not be completed
    And message 3 shall not be completed

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_009
  Scenario Outline: the close cancels the messages behind the one that failed, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When 3 messages are sent and the connection breaks in the middle of message 1
    And tlsio_close_async is called and given all the time it needs
    Then message 2 shall be completed once with IO_SEND_CANCELLED
    And message 3 shall be completed once with IO_SEND_CANCELLED

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_022
  Scenario Outline: tlsio_destroy cancels the messages behind the one that failed, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When 3 messages are sent and the connection breaks in the middle of message 2
    And tlsio_destroy is called
    Then message 3 shall be completed with IO_SEND_CANCELLED

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @gap @SRS_TLSIO_30_064
  Scenario Outline: a message that could not be enqueued leaves no trace, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_send_async is called and the supplied message cannot be enqueued for transmission
    Then a new message shall be sent

    Examples:
      | underlying |
      | mock       |
      | loopback   |
