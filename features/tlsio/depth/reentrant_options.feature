@tlsio
Feature: tlsio in depth: options from inside a callback
  The document's words: setting and retrieving options has no effect on state and is always allowed.

  @SRS_TLSIO_30_124
  Scenario Outline: an option is stored inside <callback>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And an adapter which implements options
    When tlsio_setoption is called from inside <callback>
    Then tlsio_setoption shall return 0
    And the option value shall be among those retrieved

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

  @gap @SRS_TLSIO_30_124
  Scenario Outline: options are retrieved inside <callback>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And an adapter which implements options
    When tlsio_retrieveoptions is called from inside <callback>
    Then tlsio_retrieveoptions shall give the options

    Examples:
      | underlying | callback                                |
      | mock       | on_io_open_complete with IO_OPEN_OK     |
      | loopback   | on_io_open_complete with IO_OPEN_OK     |
      | mock       | on_io_open_complete with IO_OPEN_ERROR  |
      | loopback   | on_io_open_complete with IO_OPEN_ERROR  |
      | mock       | on_send_complete with IO_SEND_CANCELLED |
      | loopback   | on_send_complete with IO_SEND_CANCELLED |
      | mock       | on_io_error                             |
      | loopback   | on_io_error                             |
