@tlsio
Feature: tlsio in depth: tlsio_dowork from inside a callback
  Work that is under way is not started once more, and nothing is told twice or out of its order.

  Scenario Outline: it does nothing inside <callback>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_dowork is called from inside <callback>
    Then tlsio_dowork shall do nothing

    @SRS_TLSIO_30_071
    Examples:
      | underlying | callback    |
      | mock       | on_io_error |
      | loopback   | on_io_error |

    @SRS_TLSIO_30_075
    Examples:
      | underlying | callback                               |
      | mock       | on_io_open_complete with IO_OPEN_ERROR |
      | loopback   | on_io_open_complete with IO_OPEN_ERROR |
      | mock       | on_io_close_complete                   |
      | loopback   | on_io_close_complete                   |

  @SRS_TLSIO_30_100
  Scenario Outline: bytes keep their order, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_dowork is called from inside on_bytes_received
    Then all that the peer sent shall be received in order

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_091
  Scenario Outline: messages keep their order, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_dowork is called from inside on_send_complete with IO_SEND_OK
    Then message 1 shall be completed once with IO_SEND_OK
    And message 2 shall be completed once with IO_SEND_OK
    And message 3 shall be completed once with IO_SEND_OK
    And the messages shall be completed in their order

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_007
  Scenario Outline: the opening is told once, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_dowork is called from inside on_io_open_complete with IO_OPEN_OK
    Then on_io_open_complete shall be called once
    And the connection shall be open

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_057
  Scenario Outline: the opening is cancelled once, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_dowork is called from inside on_io_open_complete with IO_OPEN_CANCELLED
    Then on_io_open_complete shall be called once

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_095
  Scenario Outline: the failure is told in its order, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_dowork is called from inside on_send_complete with IO_SEND_ERROR
    Then message 1 shall be completed with IO_SEND_ERROR
    And on_io_error shall be called after message 1 was completed

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_009
  Scenario Outline: each message is cancelled once, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When tlsio_dowork is called from inside on_send_complete with IO_SEND_CANCELLED
    Then message 1 shall be completed once with IO_SEND_CANCELLED
    And message 2 shall be completed once with IO_SEND_CANCELLED
    And message 3 shall be completed once with IO_SEND_CANCELLED
    And the messages shall be completed in their order

    Examples:
      | underlying |
      | mock       |
      | loopback   |
