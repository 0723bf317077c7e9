@wsio
Feature: wsio in depth: writes that take a part, and writes that fail behind one

  @SRS_WSIO_01_080
  Scenario Outline: a message is taken in pieces of <pieces> and the rest, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When a message of 6 bytes is taken in pieces of <pieces> and the rest
    Then its bytes shall arrive in order, before those of the next message
    And each message shall be completed once with IO_SEND_OK, in their order

    Examples:
      | underlying | pieces        |
      | mock       | 1             |
      | loopback   | 1             |
      | native     | 1             |
      | mock       | 2             |
      | loopback   | 2             |
      | native     | 2             |
      | mock       | 3             |
      | loopback   | 3             |
      | native     | 3             |
      | mock       | 4             |
      | loopback   | 4             |
      | native     | 4             |
      | mock       | 5             |
      | loopback   | 5             |
      | native     | 5             |
      | mock       | 1, 1, 1, 1, 1 |
      | loopback   | 1, 1, 1, 1, 1 |
      | native     | 1, 1, 1, 1, 1 |
      | mock       | 0             |
      | loopback   | 0             |
      | native     | 0             |
      | mock       | 2, 0, 1       |
      | loopback   | 2, 0, 1       |
      | native     | 2, 0, 1       |

  @SRS_WSIO_01_114
  Scenario Outline: a message fails behind <sent> of its bytes because of a write that fails, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When a message of 6 bytes fails behind <sent> because of a write that fails
    Then on_send_complete shall be called once with IO_SEND_ERROR
    And on_io_error shall be called once

    Examples:
      | underlying | sent |
      | mock       | 1    |
      | loopback   | 1    |
      | native     | 1    |
      | mock       | 2    |
      | loopback   | 2    |
      | native     | 2    |
      | mock       | 3    |
      | loopback   | 3    |
      | native     | 3    |
      | mock       | 4    |
      | loopback   | 4    |
      | native     | 4    |
      | mock       | 5    |
      | loopback   | 5    |
      | native     | 5    |

  @SRS_WSIO_01_113
  Scenario Outline: a message fails behind <sent> of its bytes because of memory that is not to be had, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When a message of 6 bytes fails behind <sent> because of memory that is not to be had
    Then on_send_complete shall be called once with IO_SEND_ERROR
    And on_io_error shall be called once

    Examples:
      | underlying | sent |
      | mock       | 1    |
      | loopback   | 1    |
      | native     | 1    |
      | mock       | 2    |
      | loopback   | 2    |
      | native     | 2    |
      | mock       | 3    |
      | loopback   | 3    |
      | native     | 3    |
      | mock       | 4    |
      | loopback   | 4    |
      | native     | 4    |
      | mock       | 5    |
      | loopback   | 5    |
      | native     | 5    |

  @SRS_WSIO_01_119
  Scenario Outline: a message fails behind <sent> of its bytes because of a write that claims too much, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When a message of 6 bytes fails behind <sent> because of a write that claims too much
    Then on_send_complete shall be called once with IO_SEND_ERROR
    And on_io_error shall be called once

    Examples:
      | underlying | sent |
      | mock       | 1    |
      | loopback   | 1    |
      | native     | 1    |
      | mock       | 2    |
      | loopback   | 2    |
      | native     | 2    |
      | mock       | 3    |
      | loopback   | 3    |
      | native     | 3    |
      | mock       | 4    |
      | loopback   | 4    |
      | native     | 4    |
      | mock       | 5    |
      | loopback   | 5    |
      | native     | 5    |

  @SRS_WSIO_01_076
  Scenario Outline: a message fails at once because of a write that fails, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When a message of 6 bytes fails behind 0 because of a write that fails
    Then on_send_complete shall be called once with IO_SEND_ERROR
    And on_io_error shall not be called
    And the wsio shall be of use afterwards

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |

  @SRS_WSIO_01_073
  Scenario Outline: a message fails at once because of memory that is not to be had, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When a message of 6 bytes fails behind 0 because of memory that is not to be had
    Then on_send_complete shall be called once with IO_SEND_ERROR
    And on_io_error shall not be called
    And the wsio shall be of use afterwards

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |

  @SRS_WSIO_01_118
  Scenario Outline: a message fails at once because of a write that claims too much, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When a message of 6 bytes fails behind 0 because of a write that claims too much
    Then on_send_complete shall be called once with IO_SEND_ERROR
    And on_io_error shall not be called
    And the wsio shall be of use afterwards

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |
