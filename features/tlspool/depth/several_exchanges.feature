@tlspool
Feature: tlspool in depth: several exchanges over one connection
  Each progresses alone, whatever the others wait for, and however the replies are ordered.

  @SRS_TLSPOOL_01_081 @SRS_TLSPOOL_01_091 @SRS_TLSPOOL_01_093
  Scenario Outline: four exchanges of which one fails, the others going on in the order <order>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When 4 exchanges are under way
    And exchange 1 is brought to TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK
    And exchange 2 is brought to TLSPOOL_FLOW_RECONNECT
    And exchange 3 is brought to TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK and accepts it
    And the TLS Pool sends ERROR with E_TLSPOOL_STIRRED_NOT_SHAKEN to exchange 4
    Then exchange 1 shall still be in TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK
    And exchange 2 shall still be in TLSPOOL_FLOW_RECONNECT
    And exchange 3 shall still be in TLSPOOL_FLOW_HANDSHAKE
    And exchange 4 shall have ended once, with the error E_TLSPOOL_STIRRED_NOT_SHAKEN
    When exchanges <order> go on in turn
    Then exchange 1 shall have been told on_flow_local_identity, on_flow_reconnect, on_flow_protected
    And exchange 2 shall have been told on_flow_local_identity, on_flow_reconnect, on_flow_protected
    And exchange 3 shall have been told on_flow_local_identity, on_flow_reconnect, on_flow_protected
    And exchange 4 shall have been told on_flow_error with E_TLSPOOL_STIRRED_NOT_SHAKEN
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | order   |
      | mock       | 1, 2, 3 |
      | mock       | 1, 3, 2 |
      | mock       | 2, 1, 3 |
      | mock       | 2, 3, 1 |
      | mock       | 3, 1, 2 |
      | mock       | 3, 2, 1 |
      | loopback   | 1, 2, 3 |
      | loopback   | 1, 3, 2 |
      | loopback   | 2, 1, 3 |
      | loopback   | 2, 3, 1 |
      | loopback   | 3, 1, 2 |
      | loopback   | 3, 2, 1 |

  @SRS_TLSPOOL_01_093
  Scenario Outline: a pool answers PING while others wait, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When 2 exchanges are under way
    And an exchange waits for the answer to PING
    And exchange 1 is brought to TLSPOOL_FLOW_RECONNECT
    Then exchange 3 shall come to TLSPOOL_FLOW_INTRODUCED
    And exchange 1 shall still be in TLSPOOL_FLOW_RECONNECT
    And exchange 2 shall still be in TLSPOOL_FLOW_HANDSHAKE
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And exchange 1 shall come to TLSPOOL_FLOW_PROTECTED
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSPOOL_01_092 @SRS_TLSPOOL_01_049 @SRS_TLSPOOL_01_052 @SRS_TLSPOOL_01_056
  Scenario Outline: the pool has four exchanges of one client, finished in the order <order>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When a client's exchange waits for its local identity
    And a client's exchange waits for its plain text
    And a client's exchange has a peer that is silent
    And a client's exchange has a peer that sends no TLS
    And the clients finish exchanges <order>
    Then exchange 1 shall have got STARTTLS_LOCALID, PLAINTEXT_CONNECT, STARTTLS
    And exchange 2 shall have got PLAINTEXT_CONNECT, STARTTLS
    And exchange 3 shall have got PLAINTEXT_CONNECT, STARTTLS
    And exchange 4 shall have got ERROR
    And exchange 4 shall have ended with the tlserrno E_TLSPOOL_STIRRED_NOT_SHAKEN
    And exchanges 1, 2, 3 shall each carry its own text

    Examples:
      | underlying | order   |
      | mock       | 1, 2, 3 |
      | mock       | 1, 3, 2 |
      | mock       | 2, 1, 3 |
      | mock       | 2, 3, 1 |
      | mock       | 3, 1, 2 |
      | mock       | 3, 2, 1 |
      | loopback   | 1, 2, 3 |
      | loopback   | 1, 3, 2 |
      | loopback   | 2, 1, 3 |
      | loopback   | 2, 3, 1 |
      | loopback   | 3, 1, 2 |
      | loopback   | 3, 2, 1 |

  @SRS_TLSPOOL_01_092 @SRS_TLSPOOL_01_105
  Scenario Outline: a client that goes takes no exchange of another with it, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When a client's exchange waits for its plain text
    And another client's exchange waits for its plain text
    And another client's exchange waits for its local identity
    And the client of exchange 1 closes its connection
    And the clients finish exchanges 3, 2
    Then exchange 2 shall have got PLAINTEXT_CONNECT, STARTTLS
    And exchange 3 shall have got STARTTLS_LOCALID, PLAINTEXT_CONNECT, STARTTLS
    And exchanges 2, 3 shall each carry its own text

    Examples:
      | underlying |
      | mock       |
      | loopback   |
