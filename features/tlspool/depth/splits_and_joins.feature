@tlspool
Feature: tlspool in depth: messages in parts, and several at once
  A stream has no bounds of messages: any may come in pieces, and with a part of the next.

  @SRS_TLSPOOL_01_012 @SRS_TLSPOOL_01_013
  Scenario Outline: the pool's <command> cut behind <places> bytes, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When the TLS Pool sends its <command> cut behind <places> bytes
    Then exchange 1 shall have heard <callback> of it, once
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | command           | places       | callback               |
      | mock       | PING              | 1            | on_flow_introduced     |
      | mock       | PING              | 4            | on_flow_introduced     |
      | mock       | PING              | 8            | on_flow_introduced     |
      | mock       | PING              | 387          | on_flow_introduced     |
      | mock       | PING              | 1, 2, 3, 200 | on_flow_introduced     |
      | mock       | STARTTLS_LOCALID  | 1            | on_flow_local_identity |
      | mock       | STARTTLS_LOCALID  | 4            | on_flow_local_identity |
      | mock       | STARTTLS_LOCALID  | 8            | on_flow_local_identity |
      | mock       | STARTTLS_LOCALID  | 387          | on_flow_local_identity |
      | mock       | STARTTLS_LOCALID  | 1, 2, 3, 200 | on_flow_local_identity |
      | mock       | PLAINTEXT_CONNECT | 1            | on_flow_reconnect      |
      | mock       | PLAINTEXT_CONNECT | 4            | on_flow_reconnect      |
      | mock       | PLAINTEXT_CONNECT | 8            | on_flow_reconnect      |
      | mock       | PLAINTEXT_CONNECT | 387          | on_flow_reconnect      |
      | mock       | PLAINTEXT_CONNECT | 1, 2, 3, 200 | on_flow_reconnect      |
      | mock       | STARTTLS          | 1            | on_flow_protected      |
      | mock       | STARTTLS          | 4            | on_flow_protected      |
      | mock       | STARTTLS          | 8            | on_flow_protected      |
      | mock       | STARTTLS          | 387          | on_flow_protected      |
      | mock       | STARTTLS          | 1, 2, 3, 200 | on_flow_protected      |
      | mock       | ERROR             | 1            | on_flow_error          |
      | mock       | ERROR             | 4            | on_flow_error          |
      | mock       | ERROR             | 8            | on_flow_error          |
      | mock       | ERROR             | 387          | on_flow_error          |
      | mock       | ERROR             | 1, 2, 3, 200 | on_flow_error          |
      | loopback   | PING              | 1            | on_flow_introduced     |
      | loopback   | PING              | 4            | on_flow_introduced     |
      | loopback   | PING              | 8            | on_flow_introduced     |
      | loopback   | PING              | 387          | on_flow_introduced     |
      | loopback   | PING              | 1, 2, 3, 200 | on_flow_introduced     |
      | loopback   | STARTTLS_LOCALID  | 1            | on_flow_local_identity |
      | loopback   | STARTTLS_LOCALID  | 4            | on_flow_local_identity |
      | loopback   | STARTTLS_LOCALID  | 8            | on_flow_local_identity |
      | loopback   | STARTTLS_LOCALID  | 387          | on_flow_local_identity |
      | loopback   | STARTTLS_LOCALID  | 1, 2, 3, 200 | on_flow_local_identity |
      | loopback   | PLAINTEXT_CONNECT | 1            | on_flow_reconnect      |
      | loopback   | PLAINTEXT_CONNECT | 4            | on_flow_reconnect      |
      | loopback   | PLAINTEXT_CONNECT | 8            | on_flow_reconnect      |
      | loopback   | PLAINTEXT_CONNECT | 387          | on_flow_reconnect      |
      | loopback   | PLAINTEXT_CONNECT | 1, 2, 3, 200 | on_flow_reconnect      |
      | loopback   | STARTTLS          | 1            | on_flow_protected      |
      | loopback   | STARTTLS          | 4            | on_flow_protected      |
      | loopback   | STARTTLS          | 8            | on_flow_protected      |
      | loopback   | STARTTLS          | 387          | on_flow_protected      |
      | loopback   | STARTTLS          | 1, 2, 3, 200 | on_flow_protected      |
      | loopback   | ERROR             | 1            | on_flow_error          |
      | loopback   | ERROR             | 4            | on_flow_error          |
      | loopback   | ERROR             | 8            | on_flow_error          |
      | loopback   | ERROR             | 387          | on_flow_error          |
      | loopback   | ERROR             | 1, 2, 3, 200 | on_flow_error          |

  @SRS_TLSPOOL_01_012 @SRS_TLSPOOL_01_093
  Scenario Outline: an answer of the pool cut behind each of its bytes, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When the TLS Pool sends an answer cut behind each of its bytes in turn
    Then each of 387 requests shall have its own answer

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSPOOL_01_011
  Scenario Outline: <first> and <second> joined, cut behind <places> bytes, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When the TLS Pool sends exchange 1 its <first> and exchange 2 its <second>, cut behind <places> bytes
    Then exchange 1 shall have heard <told> of it, once
    And exchange 2 shall have heard <told too> of it, once
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | first             | second            | places   | told                   | told too               |
      | mock       | PING              | STARTTLS_LOCALID  | 0        | on_flow_introduced     | on_flow_local_identity |
      | mock       | STARTTLS_LOCALID  | ERROR             | 0        | on_flow_local_identity | on_flow_error          |
      | mock       | PLAINTEXT_CONNECT | STARTTLS          | 0        | on_flow_reconnect      | on_flow_protected      |
      | mock       | ERROR             | PLAINTEXT_CONNECT | 387      | on_flow_error          | on_flow_reconnect      |
      | mock       | STARTTLS          | PING              | 389      | on_flow_protected      | on_flow_introduced     |
      | mock       | STARTTLS          | STARTTLS          | 100, 500 | on_flow_protected      | on_flow_protected      |
      | loopback   | PING              | STARTTLS_LOCALID  | 0        | on_flow_introduced     | on_flow_local_identity |
      | loopback   | STARTTLS_LOCALID  | ERROR             | 0        | on_flow_local_identity | on_flow_error          |
      | loopback   | PLAINTEXT_CONNECT | STARTTLS          | 0        | on_flow_reconnect      | on_flow_protected      |
      | loopback   | ERROR             | PLAINTEXT_CONNECT | 387      | on_flow_error          | on_flow_reconnect      |
      | loopback   | STARTTLS          | PING              | 389      | on_flow_protected      | on_flow_introduced     |
      | loopback   | STARTTLS          | STARTTLS          | 100, 500 | on_flow_protected      | on_flow_protected      |

  @SRS_TLSPOOL_01_011 @SRS_TLSPOOL_01_012 @SRS_TLSPOOL_01_093
  Scenario Outline: <count> answers in pieces of <size> bytes, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When the TLS Pool sends the answers to <count> requests in pieces of <size> bytes
    Then each of <count> requests shall have its own answer

    Examples:
      | underlying | count | size |
      | mock       | 2     | 776  |
      | mock       | 5     | 1940 |
      | mock       | 5     | 389  |
      | mock       | 5     | 387  |
      | mock       | 3     | 1    |
      | loopback   | 2     | 776  |
      | loopback   | 5     | 1940 |
      | loopback   | 5     | 389  |
      | loopback   | 5     | 387  |
      | loopback   | 3     | 1    |

  @SRS_TLSPOOL_01_015
  Scenario Outline: a client's PING cut behind <places> bytes, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When the client sends its PING cut behind <places> bytes, what it passes with the first part
    Then the TLS Pool shall send PING
    And the TLS Pool shall send 1 message

    Examples:
      | underlying | places    |
      | mock       | 1         |
      | mock       | 8         |
      | mock       | 387       |
      | mock       | 2, 5, 300 |
      | loopback   | 1         |
      | loopback   | 8         |
      | loopback   | 387       |
      | loopback   | 2, 5, 300 |

  @SRS_TLSPOOL_01_015 @SRS_TLSPOOL_01_050
  Scenario Outline: a client's STARTTLS cut behind <places> bytes, the descriptor with the <part> part, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When the client sends its STARTTLS cut behind <places> bytes, what it passes with the <part> part
    Then the TLS Pool shall send PLAINTEXT_CONNECT
    And the TLS Pool shall send 1 message

    Examples:
      | underlying | places    | part  |
      | mock       | 1         | first |
      | mock       | 1         | last  |
      | mock       | 8         | first |
      | mock       | 8         | last  |
      | mock       | 387       | first |
      | mock       | 387       | last  |
      | mock       | 2, 5, 300 | first |
      | mock       | 2, 5, 300 | last  |
      | loopback   | 1         | first |
      | loopback   | 1         | last  |
      | loopback   | 8         | first |
      | loopback   | 8         | last  |
      | loopback   | 387       | first |
      | loopback   | 387       | last  |
      | loopback   | 2, 5, 300 | first |
      | loopback   | 2, 5, 300 | last  |

  @SRS_TLSPOOL_01_015 @SRS_TLSPOOL_01_056
  Scenario Outline: a client's answer to PLAINTEXT_CONNECT cut behind <places> bytes, the descriptor with the <part> part, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When the client sends its answer to PLAINTEXT_CONNECT cut behind <places> bytes, what it passes with the <part> part
    Then the TLS Pool shall send STARTTLS
    And the TLS Pool shall send 1 message

    Examples:
      | underlying | places    | part  |
      | mock       | 1         | first |
      | mock       | 1         | last  |
      | mock       | 8         | first |
      | mock       | 8         | last  |
      | mock       | 387       | first |
      | mock       | 387       | last  |
      | mock       | 2, 5, 300 | first |
      | mock       | 2, 5, 300 | last  |
      | loopback   | 1         | first |
      | loopback   | 1         | last  |
      | loopback   | 8         | first |
      | loopback   | 8         | last  |
      | loopback   | 387       | first |
      | loopback   | 387       | last  |
      | loopback   | 2, 5, 300 | first |
      | loopback   | 2, 5, 300 | last  |

  @SRS_TLSPOOL_01_015 @SRS_TLSPOOL_01_052
  Scenario Outline: a client's answer to STARTTLS_LOCALID cut behind <places> bytes, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When the client sends its answer to STARTTLS_LOCALID cut behind <places> bytes, what it passes with the first part
    Then the TLS Pool shall send PLAINTEXT_CONNECT
    And the TLS Pool shall send 1 message

    Examples:
      | underlying | places    |
      | mock       | 1         |
      | mock       | 8         |
      | mock       | 387       |
      | mock       | 2, 5, 300 |
      | loopback   | 1         |
      | loopback   | 8         |
      | loopback   | 387       |
      | loopback   | 2, 5, 300 |

  @SRS_TLSPOOL_01_015
  Scenario Outline: a client's PING cut behind each of its bytes, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When the client sends PING cut behind each of its bytes in turn
    Then each of 387 requests shall have its answer, in their order

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSPOOL_01_014 @SRS_TLSPOOL_01_047 @SRS_TLSPOOL_01_050
  Scenario Outline: requests of a client joined, the first of them with a descriptor, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When the client sends STARTTLS, PING and a request of no command joined
    Then the TLS Pool shall send, in any order, PLAINTEXT_CONNECT, PING, ERROR

    Examples:
      | underlying |
      | mock       |
      | loopback   |
