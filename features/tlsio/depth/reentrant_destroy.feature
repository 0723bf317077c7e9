@tlsio
Feature: tlsio in depth: tlsio_destroy from inside a callback
  The document does not say what tlsio_destroy does there. The reading: it must not crash, and nothing is called back
  afterwards.

  @gap @SRS_TLSIO_30_021
  Scenario Outline: everything is released inside <callback>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_destroy is called from inside <callback>
    Then tlsio_destroy shall release all allocated resources
    And tlsio_destroy shall then release tlsio_handle

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

  @SRS_TLSIO_30_022
  Scenario Outline: messages behind the one that failed are cancelled, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_destroy is called from inside on_send_complete with IO_SEND_ERROR
    Then message 2 shall be completed with IO_SEND_CANCELLED
    And message 3 shall be completed with IO_SEND_CANCELLED

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_022
  Scenario Outline: a cancellation that is under way goes on, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_destroy is called from inside on_send_complete with IO_SEND_CANCELLED
    Then message 2 shall be completed with IO_SEND_CANCELLED
    And message 3 shall be completed with IO_SEND_CANCELLED
    And on_io_close_complete shall be called once

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_022
  Scenario Outline: the close that cancelled the opening is completed, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_destroy is called from inside on_io_open_complete with IO_OPEN_CANCELLED
    Then on_io_close_complete shall be called once

    Examples:
      | underlying |
      | mock       |
      | loopback   |
