@tlsio
Feature: tlsio in depth: tlsio_send_async from inside a callback
  The state decides. It has changed before the callback that tells of it (the readings of 30_007, 30_005 and 30_009).

  Scenario Outline: the message is taken inside <callback>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_send_async is called from inside <callback>
    Then tlsio_send_async shall return 0
    And the message shall arrive at the peer
    And on_send_complete shall be called for it

    @SRS_TLSIO_30_007
    Examples:
      | underlying | callback                            |
      | mock       | on_io_open_complete with IO_OPEN_OK |
      | loopback   | on_io_open_complete with IO_OPEN_OK |

    @SRS_TLSIO_30_063
    Examples:
      | underlying | callback                         |
      | mock       | on_bytes_received                |
      | loopback   | on_bytes_received                |
      | mock       | on_send_complete with IO_SEND_OK |
      | loopback   | on_send_complete with IO_SEND_OK |

  @SRS_TLSIO_30_065
  Scenario Outline: the message is refused inside <callback>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_send_async is called from inside <callback>
    Then tlsio_send_async shall log an error
    And tlsio_send_async shall return _FAILURE_

    Examples:
      | underlying | callback                                   |
      | mock       | on_io_open_complete with IO_OPEN_ERROR     |
      | loopback   | on_io_open_complete with IO_OPEN_ERROR     |
      | mock       | on_io_open_complete with IO_OPEN_CANCELLED |
      | loopback   | on_io_open_complete with IO_OPEN_CANCELLED |
      | mock       | on_send_complete with IO_SEND_CANCELLED    |
      | loopback   | on_send_complete with IO_SEND_CANCELLED    |
      | mock       | on_io_error                                |
      | loopback   | on_io_error                                |
      | mock       | on_io_close_complete                       |
      | loopback   | on_io_close_complete                       |

  @SRS_TLSIO_30_066
  Scenario Outline: a message refused inside <callback> has no completion, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_send_async is called from inside <callback>
    Then on_send_complete shall not be called

    Examples:
      | underlying | callback                                   |
      | mock       | on_io_open_complete with IO_OPEN_ERROR     |
      | loopback   | on_io_open_complete with IO_OPEN_ERROR     |
      | mock       | on_io_open_complete with IO_OPEN_CANCELLED |
      | loopback   | on_io_open_complete with IO_OPEN_CANCELLED |
      | mock       | on_send_complete with IO_SEND_CANCELLED    |
      | loopback   | on_send_complete with IO_SEND_CANCELLED    |
      | mock       | on_io_error                                |
      | loopback   | on_io_error                                |
      | mock       | on_io_close_complete                       |
      | loopback   | on_io_close_complete                       |

  # Between on_send_complete with IO_SEND_ERROR and on_io_error the document names no state: both answers are right,
  # but a message that was taken must be completed by the close.
  @gap @SRS_TLSIO_30_095
  Scenario Outline: a message taken after a failure is not lost, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_send_async is called from inside on_send_complete with IO_SEND_ERROR
    Then the message shall be refused, or completed by the next close

    Examples:
      | underlying |
      | mock       |
      | loopback   |
