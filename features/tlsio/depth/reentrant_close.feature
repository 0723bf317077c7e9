@tlsio
Feature: tlsio in depth: tlsio_close_async from inside a callback
  The document does not speak of calls from inside a callback, except to warn that they come (beside SRS_TLSIO_30_091).
  What it says of tlsio_close_async holds there as well.

  @SRS_TLSIO_30_052
  Scenario Outline: it succeeds inside <callback>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_close_async is called from inside <callback>
    Then tlsio_close_async shall return 0

    Examples:
      | underlying | callback                                   |
      | mock       | on_io_open_complete with IO_OPEN_OK        |
      | loopback   | on_io_open_complete with IO_OPEN_OK        |
      | mock       | on_io_open_complete with IO_OPEN_ERROR     |
      | loopback   | on_io_open_complete with IO_OPEN_ERROR     |
      | mock       | on_io_open_complete with IO_OPEN_CANCELLED |
      | loopback   | on_io_open_complete with IO_OPEN_CANCELLED |
      | mock       | on_bytes_received                          |
      | loopback   | on_bytes_received                          |
      | mock       | on_send_complete with IO_SEND_OK           |
      | loopback   | on_send_complete with IO_SEND_OK           |
      | mock       | on_send_complete with IO_SEND_ERROR        |
      | loopback   | on_send_complete with IO_SEND_ERROR        |
      | mock       | on_send_complete with IO_SEND_CANCELLED    |
      | loopback   | on_send_complete with IO_SEND_CANCELLED    |
      | mock       | on_io_error                                |
      | loopback   | on_io_error                                |
      | mock       | on_io_close_complete                       |
      | loopback   | on_io_close_complete                       |

  @SRS_TLSIO_30_006
  Scenario Outline: it completes once inside <callback>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_close_async is called from inside <callback>
    Then the adapter shall forcibly close any existing connections
    And on_io_close_complete shall be called once for it

    Examples:
      | underlying | callback                                   |
      | mock       | on_io_open_complete with IO_OPEN_OK        |
      | loopback   | on_io_open_complete with IO_OPEN_OK        |
      | mock       | on_io_open_complete with IO_OPEN_ERROR     |
      | loopback   | on_io_open_complete with IO_OPEN_ERROR     |
      | mock       | on_io_open_complete with IO_OPEN_CANCELLED |
      | loopback   | on_io_open_complete with IO_OPEN_CANCELLED |
      | mock       | on_bytes_received                          |
      | loopback   | on_bytes_received                          |
      | mock       | on_send_complete with IO_SEND_OK           |
      | loopback   | on_send_complete with IO_SEND_OK           |
      | mock       | on_send_complete with IO_SEND_ERROR        |
      | loopback   | on_send_complete with IO_SEND_ERROR        |
      | mock       | on_send_complete with IO_SEND_CANCELLED    |
      | loopback   | on_send_complete with IO_SEND_CANCELLED    |
      | mock       | on_io_error                                |
      | loopback   | on_io_error                                |
      | mock       | on_io_close_complete                       |
      | loopback   | on_io_close_complete                       |

  # The reading of 30_100: reading stops as soon as a callback leaves TLSIO_STATE_EXT_OPEN.
  @gap @SRS_TLSIO_30_100
  Scenario Outline: no bytes are delivered after a close inside on_bytes_received, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_close_async is called from inside on_bytes_received
    Then no further bytes shall be received

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  # The reading of 30_057: a close from inside the callback must not make the callback loop.
  @SRS_TLSIO_30_057
  Scenario Outline: the opening is cancelled once, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_close_async is called from inside on_io_open_complete with IO_OPEN_CANCELLED
    Then on_io_open_complete shall be called once

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  # The reading of 30_009: the head of the queue is read anew at each turn.
  @SRS_TLSIO_30_009
  Scenario Outline: each message is cancelled once, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_close_async is called from inside on_send_complete with IO_SEND_CANCELLED
    Then message 1 shall be completed once with IO_SEND_CANCELLED
    And message 2 shall be completed once with IO_SEND_CANCELLED
    And message 3 shall be completed once with IO_SEND_CANCELLED

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_009
  Scenario Outline: messages behind the one that failed are cancelled, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_close_async is called from inside on_send_complete with IO_SEND_ERROR
    Then message 2 shall be completed once with IO_SEND_CANCELLED
    And message 3 shall be completed once with IO_SEND_CANCELLED

    Examples:
      | underlying |
      | mock       |
      | loopback   |
