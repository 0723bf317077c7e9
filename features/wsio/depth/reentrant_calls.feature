@wsio
Feature: wsio in depth: calls from inside a callback
  The document does not speak of them, and does not forbid them.

  @SRS_WSIO_01_044
  Scenario Outline: wsio_close succeeds inside <callback>, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When wsio_close is called from inside <callback>
    Then wsio_close shall return 0
    And the wsio shall be of use afterwards

    Examples:
      | underlying | callback                            |
      | mock       | on_io_open_complete with IO_OPEN_OK |
      | loopback   | on_io_open_complete with IO_OPEN_OK |
      | native     | on_io_open_complete with IO_OPEN_OK |
      | mock       | on_bytes_received                   |
      | loopback   | on_bytes_received                   |
      | native     | on_bytes_received                   |
      | mock       | on_send_complete with IO_SEND_OK    |
      | loopback   | on_send_complete with IO_SEND_OK    |
      | native     | on_send_complete with IO_SEND_OK    |
      | mock       | on_send_complete with IO_SEND_ERROR |
      | loopback   | on_send_complete with IO_SEND_ERROR |
      | native     | on_send_complete with IO_SEND_ERROR |
      | mock       | on_io_error                         |
      | loopback   | on_io_error                         |
      | native     | on_io_error                         |

  @SRS_WSIO_01_045 @SRS_WSIO_01_046
  Scenario Outline: wsio_close is refused inside <callback>, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When wsio_close is called from inside <callback>
    Then wsio_close shall return a non-zero value
    And the wsio shall be of use afterwards

    Examples:
      | underlying | callback                                   |
      | mock       | on_io_open_complete with IO_OPEN_ERROR     |
      | loopback   | on_io_open_complete with IO_OPEN_ERROR     |
      | native     | on_io_open_complete with IO_OPEN_ERROR     |
      | mock       | on_io_open_complete with IO_OPEN_CANCELLED |
      | loopback   | on_io_open_complete with IO_OPEN_CANCELLED |
      | native     | on_io_open_complete with IO_OPEN_CANCELLED |
      | mock       | on_send_complete with IO_SEND_CANCELLED    |
      | loopback   | on_send_complete with IO_SEND_CANCELLED    |
      | native     | on_send_complete with IO_SEND_CANCELLED    |
      | mock       | on_io_close_complete                       |
      | loopback   | on_io_close_complete                       |
      | native     | on_io_close_complete                       |

  @SRS_WSIO_01_107
  Scenario Outline: wsio_send succeeds inside <callback>, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When wsio_send is called from inside <callback>
    Then wsio_send shall return 0
    And the wsio shall be of use afterwards

    Examples:
      | underlying | callback                            |
      | mock       | on_io_open_complete with IO_OPEN_OK |
      | loopback   | on_io_open_complete with IO_OPEN_OK |
      | native     | on_io_open_complete with IO_OPEN_OK |
      | mock       | on_bytes_received                   |
      | loopback   | on_bytes_received                   |
      | native     | on_bytes_received                   |
      | mock       | on_send_complete with IO_SEND_OK    |
      | loopback   | on_send_complete with IO_SEND_OK    |
      | native     | on_send_complete with IO_SEND_OK    |
      | mock       | on_send_complete with IO_SEND_ERROR |
      | loopback   | on_send_complete with IO_SEND_ERROR |
      | native     | on_send_complete with IO_SEND_ERROR |

  @SRS_WSIO_01_051
  Scenario Outline: wsio_send is refused inside <callback>, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When wsio_send is called from inside <callback>
    Then wsio_send shall return a non-zero value
    And the wsio shall be of use afterwards

    Examples:
      | underlying | callback                                   |
      | mock       | on_io_open_complete with IO_OPEN_ERROR     |
      | loopback   | on_io_open_complete with IO_OPEN_ERROR     |
      | native     | on_io_open_complete with IO_OPEN_ERROR     |
      | mock       | on_io_open_complete with IO_OPEN_CANCELLED |
      | loopback   | on_io_open_complete with IO_OPEN_CANCELLED |
      | native     | on_io_open_complete with IO_OPEN_CANCELLED |
      | mock       | on_send_complete with IO_SEND_CANCELLED    |
      | loopback   | on_send_complete with IO_SEND_CANCELLED    |
      | native     | on_send_complete with IO_SEND_CANCELLED    |
      | mock       | on_io_error                                |
      | loopback   | on_io_error                                |
      | native     | on_io_error                                |
      | mock       | on_io_close_complete                       |
      | loopback   | on_io_close_complete                       |
      | native     | on_io_close_complete                       |

  @SRS_WSIO_01_104
  Scenario Outline: wsio_open succeeds inside <callback>, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When wsio_open is called from inside <callback>
    Then wsio_open shall return 0
    And the wsio shall be of use afterwards

    Examples:
      | underlying | callback                               |
      | mock       | on_io_open_complete with IO_OPEN_ERROR |
      | loopback   | on_io_open_complete with IO_OPEN_ERROR |
      | native     | on_io_open_complete with IO_OPEN_ERROR |
      | mock       | on_io_close_complete                   |
      | loopback   | on_io_close_complete                   |
      | native     | on_io_close_complete                   |

  @SRS_WSIO_01_034 @SRS_WSIO_01_035
  Scenario Outline: wsio_open is refused inside <callback>, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When wsio_open is called from inside <callback>
    Then wsio_open shall return a non-zero value
    And the wsio shall be of use afterwards

    Examples:
      | underlying | callback                                   |
      | mock       | on_io_open_complete with IO_OPEN_OK        |
      | loopback   | on_io_open_complete with IO_OPEN_OK        |
      | native     | on_io_open_complete with IO_OPEN_OK        |
      | mock       | on_io_open_complete with IO_OPEN_CANCELLED |
      | loopback   | on_io_open_complete with IO_OPEN_CANCELLED |
      | native     | on_io_open_complete with IO_OPEN_CANCELLED |
      | mock       | on_bytes_received                          |
      | loopback   | on_bytes_received                          |
      | native     | on_bytes_received                          |
      | mock       | on_send_complete with IO_SEND_OK           |
      | loopback   | on_send_complete with IO_SEND_OK           |
      | native     | on_send_complete with IO_SEND_OK           |
      | mock       | on_send_complete with IO_SEND_ERROR        |
      | loopback   | on_send_complete with IO_SEND_ERROR        |
      | native     | on_send_complete with IO_SEND_ERROR        |
      | mock       | on_send_complete with IO_SEND_CANCELLED    |
      | loopback   | on_send_complete with IO_SEND_CANCELLED    |
      | native     | on_send_complete with IO_SEND_CANCELLED    |
      | mock       | on_io_error                                |
      | loopback   | on_io_error                                |
      | native     | on_io_error                                |

  @SRS_WSIO_01_007
  Scenario Outline: wsio_destroy inside <callback>, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When wsio_destroy is called from inside <callback>
    Then wsio_destroy shall free all resources associated with the wsio instance

    Examples:
      | underlying | callback                                   |
      | mock       | on_io_open_complete with IO_OPEN_OK        |
      | loopback   | on_io_open_complete with IO_OPEN_OK        |
      | native     | on_io_open_complete with IO_OPEN_OK        |
      | mock       | on_io_open_complete with IO_OPEN_ERROR     |
      | loopback   | on_io_open_complete with IO_OPEN_ERROR     |
      | native     | on_io_open_complete with IO_OPEN_ERROR     |
      | mock       | on_io_open_complete with IO_OPEN_CANCELLED |
      | loopback   | on_io_open_complete with IO_OPEN_CANCELLED |
      | native     | on_io_open_complete with IO_OPEN_CANCELLED |
      | mock       | on_bytes_received                          |
      | loopback   | on_bytes_received                          |
      | native     | on_bytes_received                          |
      | mock       | on_send_complete with IO_SEND_OK           |
      | loopback   | on_send_complete with IO_SEND_OK           |
      | native     | on_send_complete with IO_SEND_OK           |
      | mock       | on_send_complete with IO_SEND_ERROR        |
      | loopback   | on_send_complete with IO_SEND_ERROR        |
      | native     | on_send_complete with IO_SEND_ERROR        |
      | mock       | on_send_complete with IO_SEND_CANCELLED    |
      | loopback   | on_send_complete with IO_SEND_CANCELLED    |
      | native     | on_send_complete with IO_SEND_CANCELLED    |
      | mock       | on_io_error                                |
      | loopback   | on_io_error                                |
      | native     | on_io_error                                |
      | mock       | on_io_close_complete                       |
      | loopback   | on_io_close_complete                       |
      | native     | on_io_close_complete                       |

  @SRS_WSIO_01_061
  Scenario Outline: wsio_dowork inside <callback>, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When wsio_dowork is called from inside <callback>
    Then lws_service shall not be called inside itself
    And the wsio shall be of use afterwards

    Examples:
      | underlying | callback                                   |
      | mock       | on_io_open_complete with IO_OPEN_OK        |
      | loopback   | on_io_open_complete with IO_OPEN_OK        |
      | native     | on_io_open_complete with IO_OPEN_OK        |
      | mock       | on_io_open_complete with IO_OPEN_ERROR     |
      | loopback   | on_io_open_complete with IO_OPEN_ERROR     |
      | native     | on_io_open_complete with IO_OPEN_ERROR     |
      | mock       | on_io_open_complete with IO_OPEN_CANCELLED |
      | loopback   | on_io_open_complete with IO_OPEN_CANCELLED |
      | native     | on_io_open_complete with IO_OPEN_CANCELLED |
      | mock       | on_bytes_received                          |
      | loopback   | on_bytes_received                          |
      | native     | on_bytes_received                          |
      | mock       | on_send_complete with IO_SEND_OK           |
      | loopback   | on_send_complete with IO_SEND_OK           |
      | native     | on_send_complete with IO_SEND_OK           |
      | mock       | on_send_complete with IO_SEND_ERROR        |
      | loopback   | on_send_complete with IO_SEND_ERROR        |
      | native     | on_send_complete with IO_SEND_ERROR        |
      | mock       | on_send_complete with IO_SEND_CANCELLED    |
      | loopback   | on_send_complete with IO_SEND_CANCELLED    |
      | native     | on_send_complete with IO_SEND_CANCELLED    |
      | mock       | on_io_error                                |
      | loopback   | on_io_error                                |
      | native     | on_io_error                                |
      | mock       | on_io_close_complete                       |
      | loopback   | on_io_close_complete                       |
      | native     | on_io_close_complete                       |
