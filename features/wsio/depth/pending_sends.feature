@wsio
Feature: wsio in depth: pending sends

  @SRS_WSIO_01_071 @SRS_WSIO_01_077 @SRS_WSIO_01_078
  Scenario Outline: <count> messages are sent in their order, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When <count> messages are sent
    Then the messages shall arrive whole and in their order
    And each message shall be completed once with IO_SEND_OK, in their order

    Examples:
      | underlying | count |
      | mock       | 1     |
      | loopback   | 1     |
      | native     | 1     |
      | mock       | 2     |
      | loopback   | 2     |
      | native     | 2     |
      | mock       | 50    |
      | loopback   | 50    |
      | native     | 50    |

  @SRS_WSIO_01_109
  Scenario Outline: a close cancels <count> messages while <state>, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When wsio_close is called with <count> messages pending while <state>
    Then wsio_close shall return 0
    And each message shall be completed once with IO_SEND_CANCELLED, in their order
    And on_io_close_complete shall be called once
    And the wsio shall be of use afterwards

    Examples:
      | underlying | count | state    |
      | mock       | 1     | open     |
      | loopback   | 1     | open     |
      | native     | 1     | open     |
      | mock       | 1     | in error |
      | loopback   | 1     | in error |
      | native     | 1     | in error |
      | mock       | 2     | open     |
      | loopback   | 2     | open     |
      | native     | 2     | open     |
      | mock       | 2     | in error |
      | loopback   | 2     | in error |
      | native     | 2     | in error |
      | mock       | 50    | open     |
      | loopback   | 50    | open     |
      | native     | 50    | open     |
      | mock       | 50    | in error |
      | loopback   | 50    | in error |
      | native     | 50    | in error |

  @SRS_WSIO_01_009
  Scenario Outline: a destroy cancels <count> messages while <state>, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When wsio_destroy is called with <count> messages pending while <state>
    Then each message shall be completed once with IO_SEND_CANCELLED, in their order
    And wsio_destroy shall free all resources associated with the wsio instance

    Examples:
      | underlying | count | state    |
      | mock       | 1     | open     |
      | loopback   | 1     | open     |
      | native     | 1     | open     |
      | mock       | 1     | in error |
      | loopback   | 1     | in error |
      | native     | 1     | in error |
      | mock       | 2     | open     |
      | loopback   | 2     | open     |
      | native     | 2     | open     |
      | mock       | 2     | in error |
      | loopback   | 2     | in error |
      | native     | 2     | in error |
      | mock       | 50    | open     |
      | loopback   | 50    | open     |
      | native     | 50    | open     |
      | mock       | 50    | in error |
      | loopback   | 50    | in error |
      | native     | 50    | in error |

  @SRS_WSIO_01_038
  Scenario Outline: a close while opening, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When wsio_close is called while opening
    Then on_io_open_complete shall be called once with IO_OPEN_CANCELLED
    And on_io_close_complete shall be called once

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |

  @SRS_WSIO_01_009
  Scenario Outline: a destroy while opening, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When wsio_destroy is called while opening
    Then on_io_open_complete shall be called once with IO_OPEN_CANCELLED
    And wsio_destroy shall free all resources associated with the wsio instance

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |

  @SRS_WSIO_01_106
  Scenario Outline: a message that libwebsockets is not asked to send is forgotten, over a <underlying> underlying IO
    Given a wsio over a <underlying> underlying IO
    When wsio_send is called and lws_callback_on_writable returns a negative value
    Then wsio_send shall return a non-zero value
    And the message shall be neither sent nor completed

    Examples:
      | underlying |
      | mock       |
      | loopback   |
      | native     |
