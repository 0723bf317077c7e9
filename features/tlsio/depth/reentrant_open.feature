@tlsio
Feature: tlsio in depth: tlsio_open_async from inside a callback

  @SRS_TLSIO_30_037
  Scenario Outline: it is refused inside <callback>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_open_async is called from inside <callback>
    Then tlsio_open_async shall log an error
    And tlsio_open_async shall return _FAILURE_

    Examples:
      | underlying | callback                                   |
      | mock       | on_io_open_complete with IO_OPEN_OK        |
      | loopback   | on_io_open_complete with IO_OPEN_OK        |
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

  @SRS_TLSIO_30_039
  Scenario Outline: refused inside <callback>, it is never completed, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_open_async is called from inside <callback>
    Then tlsio_open_async shall not call on_io_open_complete

    Examples:
      | underlying | callback                                   |
      | mock       | on_io_open_complete with IO_OPEN_OK        |
      | loopback   | on_io_open_complete with IO_OPEN_OK        |
      | mock       | on_io_open_complete with IO_OPEN_CANCELLED |
      | loopback   | on_io_open_complete with IO_OPEN_CANCELLED |
      | mock       | on_io_error                                |
      | loopback   | on_io_error                                |

  # The reading: it may fail or succeed there; after the callback has returned it must succeed.
  @gap
  Scenario Outline: the adapter opens again after <callback>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_open_async is called from inside <callback>
    Then the adapter shall open, then or when it is asked again

    @SRS_TLSIO_30_082
    Examples:
      | underlying | callback                               |
      | mock       | on_io_open_complete with IO_OPEN_ERROR |
      | loopback   | on_io_open_complete with IO_OPEN_ERROR |

    @SRS_TLSIO_30_006
    Examples:
      | underlying | callback             |
      | mock       | on_io_close_complete |
      | loopback   | on_io_close_complete |
