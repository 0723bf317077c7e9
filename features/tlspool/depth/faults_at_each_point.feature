@tlspool
Feature: tlspool in depth: faults at each point at which an exchange waits
  Each exchange ends once, with what it held closed, and the one beside it goes on.

  @SRS_TLSPOOL_01_080 @SRS_TLSPOOL_01_081 @SRS_TLSPOOL_01_082
  Scenario Outline: ERROR while the client waits <point>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When an exchange waits <point>
    And an exchange waits for the first callback
    And the TLS Pool sends ERROR with E_TLSPOOL_STIRRED_NOT_SHAKEN to exchange 1
    Then exchange 1 shall have ended once, with the error E_TLSPOOL_STIRRED_NOT_SHAKEN
    And the client shall keep no descriptor but its connection
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | point                                          |
      | mock       | for the answer to PING                         |
      | mock       | for the first callback                         |
      | mock       | for the application to accept a local identity |
      | mock       | for what follows the local identity            |
      | mock       | for the application to reconnect               |
      | mock       | for the end of the handshake                   |
      | loopback   | for the answer to PING                         |
      | loopback   | for the first callback                         |
      | loopback   | for the application to accept a local identity |
      | loopback   | for what follows the local identity            |
      | loopback   | for the application to reconnect               |
      | loopback   | for the end of the handshake                   |

  @SRS_TLSPOOL_01_133 @SRS_TLSPOOL_01_171
  Scenario Outline: silence, the flow destroyed, and late words while the client waits <point>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When an exchange waits <point>
    And an exchange waits for the first callback
    And exchange 1 is destroyed
    Then the client shall keep no descriptor but its connection
    When the TLS Pool speaks to exchange 1 after all
    Then exchange 1 shall hear nothing
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | point                                          |
      | mock       | for the answer to PING                         |
      | mock       | for the first callback                         |
      | mock       | for the application to accept a local identity |
      | mock       | for what follows the local identity            |
      | mock       | for the application to reconnect               |
      | mock       | for the end of the handshake                   |
      | loopback   | for the answer to PING                         |
      | loopback   | for the first callback                         |
      | loopback   | for the application to accept a local identity |
      | loopback   | for what follows the local identity            |
      | loopback   | for the application to reconnect               |
      | loopback   | for the end of the handshake                   |

  @SRS_TLSPOOL_01_143 @SRS_TLSPOOL_01_152
  Scenario Outline: the pool goes while the client waits <point>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When an exchange waits <point>
    And an exchange waits for the first callback
    And the TLS Pool goes
    Then exchange 1 shall have ended once, with the error EPIPE
    And exchange 2 shall have ended once, with the error EPIPE
    And the client shall keep no descriptor
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | point                                          |
      | mock       | for the answer to PING                         |
      | mock       | for the first callback                         |
      | mock       | for the application to accept a local identity |
      | mock       | for what follows the local identity            |
      | mock       | for the application to reconnect               |
      | mock       | for the end of the handshake                   |
      | loopback   | for the answer to PING                         |
      | loopback   | for the first callback                         |
      | loopback   | for the application to accept a local identity |
      | loopback   | for what follows the local identity            |
      | loopback   | for the application to reconnect               |
      | loopback   | for the end of the handshake                   |

  @SRS_TLSPOOL_01_143
  Scenario Outline: the pool goes and the application <verb>s while the client waits <point>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When an exchange waits <point>
    And an exchange waits for the first callback
    And the TLS Pool goes and the application <verb>s what exchange 1 is asked
    Then tlspool_flow_<verb> shall return a non-zero value
    And exchange 1 shall have ended once, with the error EPIPE
    And exchange 2 shall have ended once, with the error EPIPE
    And the client shall keep no descriptor
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | verb   | point                                          |
      | mock       | accept | for the application to accept a local identity |
      | mock       | refuse | for the application to accept a local identity |
      | mock       | accept | for the application to reconnect               |
      | mock       | refuse | for the application to reconnect               |
      | loopback   | accept | for the application to accept a local identity |
      | loopback   | refuse | for the application to accept a local identity |
      | loopback   | accept | for the application to reconnect               |
      | loopback   | refuse | for the application to reconnect               |

  @SRS_TLSPOOL_01_069
  Scenario Outline: <command> under another number while the client waits <point>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When an exchange waits <point>
    And an exchange waits for the first callback
    And the TLS Pool sends <command> under a number that no request has
    Then exchange 1 shall hear nothing
    And the client shall send 0 messages
    And exchange 1 shall come to <end>
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | command  | point                                          | end                     |
      | mock       | PING     | for the answer to PING                         | TLSPOOL_FLOW_INTRODUCED |
      | mock       | STARTTLS | for the first callback                         | TLSPOOL_FLOW_PROTECTED  |
      | mock       | ERROR    | for the application to accept a local identity | TLSPOOL_FLOW_PROTECTED  |
      | mock       | 0x2b     | for what follows the local identity            | TLSPOOL_FLOW_PROTECTED  |
      | mock       | STARTTLS | for the application to reconnect               | TLSPOOL_FLOW_PROTECTED  |
      | mock       | ERROR    | for the end of the handshake                   | TLSPOOL_FLOW_PROTECTED  |
      | loopback   | PING     | for the answer to PING                         | TLSPOOL_FLOW_INTRODUCED |
      | loopback   | STARTTLS | for the first callback                         | TLSPOOL_FLOW_PROTECTED  |
      | loopback   | ERROR    | for the application to accept a local identity | TLSPOOL_FLOW_PROTECTED  |
      | loopback   | 0x2b     | for what follows the local identity            | TLSPOOL_FLOW_PROTECTED  |
      | loopback   | STARTTLS | for the application to reconnect               | TLSPOOL_FLOW_PROTECTED  |
      | loopback   | ERROR    | for the end of the handshake                   | TLSPOOL_FLOW_PROTECTED  |

  @SRS_TLSPOOL_01_068
  Scenario Outline: <command> under another number while the client waits <point>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When an exchange waits <point>
    And an exchange waits for the first callback
    And the TLS Pool sends <command> under a number that no request has
    Then exchange 1 shall hear nothing
    And the client shall have answered 1 callback with E_TLSPOOL_CLIENT_REFUSES_CALLBACK
    And exchange 1 shall come to <end>
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | command           | point                                          | end                     |
      | mock       | STARTTLS_LOCALID  | for the answer to PING                         | TLSPOOL_FLOW_INTRODUCED |
      | mock       | PLAINTEXT_CONNECT | for the first callback                         | TLSPOOL_FLOW_PROTECTED  |
      | mock       | STARTTLS_LOCALID  | for the application to accept a local identity | TLSPOOL_FLOW_PROTECTED  |
      | mock       | PLAINTEXT_CONNECT | for what follows the local identity            | TLSPOOL_FLOW_PROTECTED  |
      | mock       | STARTTLS_LOCALID  | for the application to reconnect               | TLSPOOL_FLOW_PROTECTED  |
      | mock       | PLAINTEXT_CONNECT | for the end of the handshake                   | TLSPOOL_FLOW_PROTECTED  |
      | loopback   | STARTTLS_LOCALID  | for the answer to PING                         | TLSPOOL_FLOW_INTRODUCED |
      | loopback   | PLAINTEXT_CONNECT | for the first callback                         | TLSPOOL_FLOW_PROTECTED  |
      | loopback   | STARTTLS_LOCALID  | for the application to accept a local identity | TLSPOOL_FLOW_PROTECTED  |
      | loopback   | PLAINTEXT_CONNECT | for what follows the local identity            | TLSPOOL_FLOW_PROTECTED  |
      | loopback   | STARTTLS_LOCALID  | for the application to reconnect               | TLSPOOL_FLOW_PROTECTED  |
      | loopback   | PLAINTEXT_CONNECT | for the end of the handshake                   | TLSPOOL_FLOW_PROTECTED  |

  @SRS_TLSPOOL_01_070
  Scenario Outline: a last message with the number of a callback while the client waits <point>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When an exchange waits <point>
    And an exchange waits for the first callback
    And exchange 1 gets its next message with the cbid 77
    Then exchange 1 shall come to <end>
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | point                        | end                     |
      | mock       | for the answer to PING       | TLSPOOL_FLOW_INTRODUCED |
      | mock       | for the end of the handshake | TLSPOOL_FLOW_PROTECTED  |
      | loopback   | for the answer to PING       | TLSPOOL_FLOW_INTRODUCED |
      | loopback   | for the end of the handshake | TLSPOOL_FLOW_PROTECTED  |

  @SRS_TLSPOOL_01_143
  Scenario Outline: a callback without a number while the client waits <point>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When an exchange waits <point>
    And an exchange waits for the first callback
    And exchange 1 gets its next message with the cbid 0
    Then exchange 1 shall have ended once, with the error EPROTO
    And the client shall keep no descriptor but its connection
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And with the close every request and every flow shall have ended once

    @SRS_TLSPOOL_01_260
    Examples:
      | underlying | point                               |
      | mock       | for the first callback              |
      | loopback   | for the first callback              |

    @SRS_TLSPOOL_01_261
    Examples:
      | underlying | point                               |
      | mock       | for what follows the local identity |
      | loopback   | for what follows the local identity |

  @SRS_TLSPOOL_01_081
  Scenario Outline: a callback with the number of one that waits, while the client waits <point>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When an exchange waits <point>
    And an exchange waits for the first callback
    And exchange 2 is asked to reconnect
    And exchange 1 gets its next message with the cbid of exchange 2
    Then exchange 1 shall have ended once, with the error EPROTO
    And the client shall have answered 0 callbacks with E_TLSPOOL_CLIENT_REFUSES_CALLBACK
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And with the close every request and every flow shall have ended once

    @SRS_TLSPOOL_01_262
    Examples:
      | underlying | point                               |
      | mock       | for the first callback              |
      | loopback   | for the first callback              |

    @SRS_TLSPOOL_01_263
    Examples:
      | underlying | point                               |
      | mock       | for what follows the local identity |
      | loopback   | for what follows the local identity |

  @SRS_TLSPOOL_01_071 @SRS_TLSPOOL_01_081
  Scenario Outline: <command> while the client waits <point>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When an exchange waits <point>
    And an exchange waits for the first callback
    And exchange 1 gets <command>
    Then exchange 1 shall have ended once, with the error EPROTO
    And the client shall keep no descriptor but its connection
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying | command    | point                                          |
      | mock       | STARTTLS   | for the answer to PING                         |
      | mock       | 0x0        | for the answer to PING                         |
      | mock       | 0x2b       | for the answer to PING                         |
      | mock       | PING       | for the first callback                         |
      | mock       | 0x0        | for the first callback                         |
      | mock       | STARTTLS   | for the first callback                         |
      | mock       | STARTTLS   | for the application to accept a local identity |
      | mock       | PING       | for the application to accept a local identity |
      | mock       | PING       | for what follows the local identity            |
      | mock       | STARTTLS   | for what follows the local identity            |
      | mock       | 0x7f       | for what follows the local identity            |
      | mock       | STARTTLS   | for the application to reconnect               |
      | mock       | PING       | for the application to reconnect               |
      | mock       | PING       | for the end of the handshake                   |
      | mock       | 0x0        | for the end of the handshake                   |
      | mock       | 0x80000024 | for the end of the handshake                   |
      | loopback   | STARTTLS   | for the answer to PING                         |
      | loopback   | 0x0        | for the answer to PING                         |
      | loopback   | 0x2b       | for the answer to PING                         |
      | loopback   | PING       | for the first callback                         |
      | loopback   | 0x0        | for the first callback                         |
      | loopback   | STARTTLS   | for the first callback                         |
      | loopback   | STARTTLS   | for the application to accept a local identity |
      | loopback   | PING       | for the application to accept a local identity |
      | loopback   | PING       | for what follows the local identity            |
      | loopback   | STARTTLS   | for what follows the local identity            |
      | loopback   | 0x7f       | for what follows the local identity            |
      | loopback   | STARTTLS   | for the application to reconnect               |
      | loopback   | PING       | for the application to reconnect               |
      | loopback   | PING       | for the end of the handshake                   |
      | loopback   | 0x0        | for the end of the handshake                   |
      | loopback   | 0x80000024 | for the end of the handshake                   |

  @SRS_TLSPOOL_01_082
  Scenario Outline: the pool asks for the plain text twice and sends ERROR, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    When an exchange waits for the end of the handshake
    And exchange 1 is asked to reconnect once more, and agrees
    And the TLS Pool sends ERROR with E_TLSPOOL_STIRRED_NOT_SHAKEN to exchange 1
    Then exchange 1 shall have ended once, with the error E_TLSPOOL_STIRRED_NOT_SHAKEN
    And the client shall keep no descriptor but its connection
    And with the close every request and every flow shall have ended once

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSPOOL_01_069
  Scenario Outline: <command> before any request, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    And the client has opened a connection and requested nothing
    When the TLS Pool sends <command> under a number that no request has
    Then the client shall send 0 messages
    And the connection shall be of use

    Examples:
      | underlying | command  |
      | mock       | ERROR    |
      | mock       | PING     |
      | mock       | STARTTLS |
      | mock       | 0x7f     |
      | loopback   | ERROR    |
      | loopback   | PING     |
      | loopback   | STARTTLS |
      | loopback   | 0x7f     |

  @SRS_TLSPOOL_01_068
  Scenario Outline: <command> before any request, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    And the client has opened a connection and requested nothing
    When the TLS Pool sends <command> under a number that no request has
    Then the client shall have answered 1 callback with E_TLSPOOL_CLIENT_REFUSES_CALLBACK
    And the connection shall be of use

    Examples:
      | underlying | command           |
      | mock       | STARTTLS_LOCALID  |
      | mock       | PLAINTEXT_CONNECT |
      | loopback   | STARTTLS_LOCALID  |
      | loopback   | PLAINTEXT_CONNECT |

  @SRS_TLSPOOL_01_124 @SRS_TLSPOOL_01_152
  Scenario Outline: the pool goes behind <size> bytes before any request, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    And the client has opened a connection and requested nothing
    When the TLS Pool sends <size> bytes and goes
    Then the connection shall be over
    And the client shall keep no descriptor

    Examples:
      | underlying | size |
      | mock       | 0    |
      | mock       | 1    |
      | mock       | 387  |
      | loopback   | 0    |
      | loopback   | 1    |
      | loopback   | 387  |

  @SRS_TLSPOOL_01_133
  Scenario Outline: the first request is cancelled and answered late, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a client
    And the client has opened a connection and requested nothing
    When a request is cancelled at once and the TLS Pool answers it
    Then the connection shall be of use

    Examples:
      | underlying |
      | mock       |
      | loopback   |
