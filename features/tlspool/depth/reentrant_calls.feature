@tlspool
Feature: tlspool in depth: calls from inside a callback
  Every function may be called from inside every callback. Behind the message that brings the callback the bytes hold another one,
  for a request that waits beside it; exchange 2 waits as well.

  @SRS_TLSPOOL_01_120
  Scenario Outline: tlspool_async_request succeeds inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When tlspool_async_request is called from inside <callback>
    Then tlspool_async_request shall return a non-NULL handle
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback                   |
      | mock       | on_message with an answer  |
      | mock       | on_message with a callback |
      | mock       | on_flow_introduced         |
      | mock       | on_flow_local_identity     |
      | mock       | on_flow_reconnect          |
      | mock       | on_flow_protected          |
      | mock       | on_flow_error with ERROR   |
      | loopback   | on_message with an answer  |
      | loopback   | on_message with a callback |
      | loopback   | on_flow_introduced         |
      | loopback   | on_flow_local_identity     |
      | loopback   | on_flow_reconnect          |
      | loopback   | on_flow_protected          |
      | loopback   | on_flow_error with ERROR   |

  @SRS_TLSPOOL_01_124
  Scenario Outline: tlspool_async_request is refused inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When tlspool_async_request is called from inside <callback>
    Then tlspool_async_request shall log an error
    And tlspool_async_request shall return NULL
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback                 |
      | mock       | on_message with EPIPE    |
      | mock       | on_flow_error with EPIPE |
      | loopback   | on_message with EPIPE    |
      | loopback   | on_flow_error with EPIPE |

  @SRS_TLSPOOL_01_130
  Scenario Outline: tlspool_async_cancel succeeds inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When tlspool_async_cancel is called from inside <callback>
    Then tlspool_async_cancel shall return 0
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback                   |
      | mock       | on_message with an answer  |
      | mock       | on_message with a callback |
      | mock       | on_message with EPIPE      |
      | mock       | on_flow_introduced         |
      | mock       | on_flow_local_identity     |
      | mock       | on_flow_reconnect          |
      | mock       | on_flow_protected          |
      | mock       | on_flow_error with ERROR   |
      | mock       | on_flow_error with EPIPE   |
      | loopback   | on_message with an answer  |
      | loopback   | on_message with a callback |
      | loopback   | on_message with EPIPE      |
      | loopback   | on_flow_introduced         |
      | loopback   | on_flow_local_identity     |
      | loopback   | on_flow_reconnect          |
      | loopback   | on_flow_protected          |
      | loopback   | on_flow_error with ERROR   |
      | loopback   | on_flow_error with EPIPE   |

  @SRS_TLSPOOL_01_140
  Scenario Outline: tlspool_async_process succeeds inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When tlspool_async_process is called from inside <callback>
    Then tlspool_async_process shall return 0
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback                   |
      | mock       | on_message with an answer  |
      | mock       | on_message with a callback |
      | mock       | on_flow_introduced         |
      | mock       | on_flow_local_identity     |
      | mock       | on_flow_reconnect          |
      | mock       | on_flow_protected          |
      | mock       | on_flow_error with ERROR   |
      | loopback   | on_message with an answer  |
      | loopback   | on_message with a callback |
      | loopback   | on_flow_introduced         |
      | loopback   | on_flow_local_identity     |
      | loopback   | on_flow_reconnect          |
      | loopback   | on_flow_protected          |
      | loopback   | on_flow_error with ERROR   |

  @SRS_TLSPOOL_01_143
  Scenario Outline: tlspool_async_process fails inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When tlspool_async_process is called from inside <callback>
    Then tlspool_async_process shall return a non-zero value
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback                 |
      | mock       | on_message with EPIPE    |
      | mock       | on_flow_error with EPIPE |
      | loopback   | on_message with EPIPE    |
      | loopback   | on_flow_error with EPIPE |

  @SRS_TLSPOOL_01_150 @SRS_TLSPOOL_01_152
  Scenario Outline: tlspool_async_closed ends everything inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When tlspool_async_closed is called from inside <callback>
    Then the client shall keep no descriptor
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback                   |
      | mock       | on_message with an answer  |
      | mock       | on_message with a callback |
      | mock       | on_message with EPIPE      |
      | mock       | on_flow_introduced         |
      | mock       | on_flow_local_identity     |
      | mock       | on_flow_reconnect          |
      | mock       | on_flow_protected          |
      | mock       | on_flow_error with ERROR   |
      | mock       | on_flow_error with EPIPE   |
      | loopback   | on_message with an answer  |
      | loopback   | on_message with a callback |
      | loopback   | on_message with EPIPE      |
      | loopback   | on_flow_introduced         |
      | loopback   | on_flow_local_identity     |
      | loopback   | on_flow_reconnect          |
      | loopback   | on_flow_protected          |
      | loopback   | on_flow_error with ERROR   |
      | loopback   | on_flow_error with EPIPE   |

  @SRS_TLSPOOL_01_190
  Scenario Outline: tlspool_flow_starttls succeeds inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When tlspool_flow_starttls is called from inside <callback>
    Then tlspool_flow_starttls shall return 0
    And exchange 1 shall come to TLSPOOL_FLOW_PROTECTED
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback                   |
      | mock       | on_message with an answer  |
      | mock       | on_message with a callback |
      | mock       | on_flow_introduced         |
      | loopback   | on_message with an answer  |
      | loopback   | on_message with a callback |
      | loopback   | on_flow_introduced         |

  @SRS_TLSPOOL_01_190
  Scenario Outline: tlspool_flow_starttls is refused inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When tlspool_flow_starttls is called from inside <callback>
    Then tlspool_flow_starttls shall log an error
    And tlspool_flow_starttls shall return a non-zero value
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback                 |
      | mock       | on_message with EPIPE    |
      | mock       | on_flow_local_identity   |
      | mock       | on_flow_reconnect        |
      | mock       | on_flow_protected        |
      | mock       | on_flow_error with ERROR |
      | mock       | on_flow_error with EPIPE |
      | loopback   | on_message with EPIPE    |
      | loopback   | on_flow_local_identity   |
      | loopback   | on_flow_reconnect        |
      | loopback   | on_flow_protected        |
      | loopback   | on_flow_error with ERROR |
      | loopback   | on_flow_error with EPIPE |

  @SRS_TLSPOOL_01_062 @SRS_TLSPOOL_01_064 @SRS_TLSPOOL_01_200
  Scenario Outline: tlspool_flow_accept succeeds inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When tlspool_flow_accept is called from inside <callback>
    Then tlspool_flow_accept shall return 0
    And exchange 1 shall come to TLSPOOL_FLOW_PROTECTED
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback               |
      | mock       | on_flow_local_identity |
      | mock       | on_flow_reconnect      |
      | loopback   | on_flow_local_identity |
      | loopback   | on_flow_reconnect      |

  @SRS_TLSPOOL_01_200
  Scenario Outline: tlspool_flow_accept is refused inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When tlspool_flow_accept is called from inside <callback>
    Then tlspool_flow_accept shall log an error
    And tlspool_flow_accept shall return a non-zero value
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback                   |
      | mock       | on_message with an answer  |
      | mock       | on_message with a callback |
      | mock       | on_message with EPIPE      |
      | mock       | on_flow_introduced         |
      | mock       | on_flow_protected          |
      | mock       | on_flow_error with ERROR   |
      | mock       | on_flow_error with EPIPE   |
      | loopback   | on_message with an answer  |
      | loopback   | on_message with a callback |
      | loopback   | on_message with EPIPE      |
      | loopback   | on_flow_introduced         |
      | loopback   | on_flow_protected          |
      | loopback   | on_flow_error with ERROR   |
      | loopback   | on_flow_error with EPIPE   |

  @SRS_TLSPOOL_01_066 @SRS_TLSPOOL_01_067 @SRS_TLSPOOL_01_210
  Scenario Outline: tlspool_flow_refuse succeeds inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When tlspool_flow_refuse is called from inside <callback>
    Then tlspool_flow_refuse shall return 0
    And exchange 1 shall be in TLSPOOL_FLOW_HANDSHAKE
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback               |
      | mock       | on_flow_local_identity |
      | mock       | on_flow_reconnect      |
      | loopback   | on_flow_local_identity |
      | loopback   | on_flow_reconnect      |

  @SRS_TLSPOOL_01_210
  Scenario Outline: tlspool_flow_refuse is refused inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When tlspool_flow_refuse is called from inside <callback>
    Then tlspool_flow_refuse shall log an error
    And tlspool_flow_refuse shall return a non-zero value
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback                   |
      | mock       | on_message with an answer  |
      | mock       | on_message with a callback |
      | mock       | on_message with EPIPE      |
      | mock       | on_flow_introduced         |
      | mock       | on_flow_protected          |
      | mock       | on_flow_error with ERROR   |
      | mock       | on_flow_error with EPIPE   |
      | loopback   | on_message with an answer  |
      | loopback   | on_message with a callback |
      | loopback   | on_message with EPIPE      |
      | loopback   | on_flow_introduced         |
      | loopback   | on_flow_protected          |
      | loopback   | on_flow_error with ERROR   |
      | loopback   | on_flow_error with EPIPE   |

  @SRS_TLSPOOL_01_171
  Scenario Outline: tlspool_flow_destroy silences the flow inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When tlspool_flow_destroy is called from inside <callback>
    Then exchange 1 shall hear nothing
    And the client shall keep no descriptor but its connection
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback                   |
      | mock       | on_message with an answer  |
      | mock       | on_message with a callback |
      | mock       | on_flow_introduced         |
      | mock       | on_flow_local_identity     |
      | mock       | on_flow_reconnect          |
      | mock       | on_flow_protected          |
      | mock       | on_flow_error with ERROR   |
      | loopback   | on_message with an answer  |
      | loopback   | on_message with a callback |
      | loopback   | on_flow_introduced         |
      | loopback   | on_flow_local_identity     |
      | loopback   | on_flow_reconnect          |
      | loopback   | on_flow_protected          |
      | loopback   | on_flow_error with ERROR   |

  @SRS_TLSPOOL_01_171
  Scenario Outline: tlspool_flow_destroy silences the flow inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When tlspool_flow_destroy is called from inside <callback>
    Then exchange 1 shall hear nothing
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback                 |
      | mock       | on_message with EPIPE    |
      | mock       | on_flow_error with EPIPE |
      | loopback   | on_message with EPIPE    |
      | loopback   | on_flow_error with EPIPE |

  @SRS_TLSPOOL_01_171
  Scenario Outline: another flow is destroyed inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When exchange 2 is destroyed from inside <callback>
    Then exchange 2 shall hear nothing
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback                   |
      | mock       | on_message with an answer  |
      | mock       | on_message with a callback |
      | mock       | on_message with EPIPE      |
      | mock       | on_flow_introduced         |
      | mock       | on_flow_local_identity     |
      | mock       | on_flow_reconnect          |
      | mock       | on_flow_protected          |
      | mock       | on_flow_error with ERROR   |
      | mock       | on_flow_error with EPIPE   |
      | loopback   | on_message with an answer  |
      | loopback   | on_message with a callback |
      | loopback   | on_message with EPIPE      |
      | loopback   | on_flow_introduced         |
      | loopback   | on_flow_local_identity     |
      | loopback   | on_flow_reconnect          |
      | loopback   | on_flow_protected          |
      | loopback   | on_flow_error with ERROR   |
      | loopback   | on_flow_error with EPIPE   |

  @SRS_TLSPOOL_01_131
  Scenario Outline: a request that is over is not cancelled inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When the request itself is cancelled from inside <callback>
    Then tlspool_async_cancel shall log an error
    And tlspool_async_cancel shall return a non-zero value
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback                  |
      | mock       | on_message with an answer |
      | mock       | on_message with EPIPE     |
      | loopback   | on_message with an answer |
      | loopback   | on_message with EPIPE     |

  @SRS_TLSPOOL_01_130
  Scenario Outline: a request is cancelled inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When the request itself is cancelled from inside <callback>
    Then tlspool_async_cancel shall return 0
    And the client shall have answered 1 callback with an ERROR
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback                   |
      | mock       | on_message with a callback |
      | loopback   | on_message with a callback |

  @SRS_TLSPOOL_01_120 @SRS_TLSPOOL_01_052
  Scenario Outline: a callback is answered inside <callback>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When the callback is answered from inside <callback>
    Then tlspool_async_request shall return a non-NULL handle
    And the request of the scenario shall have got 1 callback
    And the answer of the scenario shall have got 1 callback
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | callback                   |
      | mock       | on_message with a callback |
      | loopback   | on_message with a callback |
