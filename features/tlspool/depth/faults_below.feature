@tlspool
Feature: tlspool in depth: what the operating system refuses
  The next calls of the side under test are answered as a scenario wants it, which a mock alone does.

  @SRS_TLSPOOL_01_112 @SRS_TLSPOOL_01_110
  Scenario Outline: connect fails with <error>, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a client
    And the next 1 call of connect fails with <error>
    When tlspool_async_open is called
    Then tlspool_async_open shall log an error
    And tlspool_async_open shall return NULL
    And the client shall keep no descriptor
    When tlspool_async_open is called
    Then tlspool_async_open shall return a non-NULL handle

    Examples:
      | error        |
      | EACCES       |
      | EMFILE       |
      | ECONNREFUSED |
      | EAGAIN       |

  @SRS_TLSPOOL_01_143 @SRS_TLSPOOL_01_152
  Scenario Outline: the first message of an exchange, <command>, fails with <error>, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a client
    When an exchange waits for the first callback
    And an exchange waits for the application to reconnect
    And the connection takes nothing more, by <error>
    And the application requests <command> for another exchange
    Then <function> shall return a non-zero value
    And exchange 1 shall have ended once, with the error EPIPE
    And exchange 2 shall have ended once, with the error EPIPE
    And the client shall keep no descriptor
    And no descriptor shall have been closed twice
    And with the close every request and every flow shall have ended once

    Examples:
      | command  | function              | error      |
      | PING     | tlspool_flow_ping     | EPIPE      |
      | PING     | tlspool_flow_ping     | ECONNRESET |
      | STARTTLS | tlspool_flow_starttls | EPIPE      |
      | STARTTLS | tlspool_flow_starttls | ECONNRESET |

  @SRS_TLSPOOL_01_124 @SRS_TLSPOOL_01_143 @SRS_TLSPOOL_01_152
  Scenario Outline: a request fails with <error>, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a client
    When an exchange waits for the first callback
    And the connection takes nothing more, by <error>
    When tlspool_async_request is called
    Then tlspool_async_request shall log an error
    And tlspool_async_request shall return NULL
    And exchange 1 shall have ended once, with the error EPIPE
    And the client shall keep no descriptor
    And no descriptor shall have been closed twice
    And with the close every request and every flow shall have ended once

    Examples:
      | error      |
      | EPIPE      |
      | ECONNRESET |

  @SRS_TLSPOOL_01_143 @SRS_TLSPOOL_01_152
  Scenario Outline: the application <verb>s while the client waits <point>, which fails with <error>, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a client
    When an exchange waits <point>
    And an exchange waits for the first callback
    And the connection takes nothing more, by <error>
    And the application <verb>s what exchange 1 is asked
    Then tlspool_flow_<verb> shall return a non-zero value
    And exchange 1 shall have ended once, with the error EPIPE
    And exchange 2 shall have ended once, with the error EPIPE
    And the client shall keep no descriptor
    And no descriptor shall have been closed twice
    And with the close every request and every flow shall have ended once

    Examples:
      | verb   | error      | point                                          |
      | accept | EPIPE      | for the application to accept a local identity |
      | accept | ECONNRESET | for the application to accept a local identity |
      | refuse | EPIPE      | for the application to accept a local identity |
      | refuse | ECONNRESET | for the application to accept a local identity |
      | accept | EPIPE      | for the application to reconnect               |
      | accept | ECONNRESET | for the application to reconnect               |
      | refuse | EPIPE      | for the application to reconnect               |
      | refuse | ECONNRESET | for the application to reconnect               |

  @SRS_TLSPOOL_01_143 @SRS_TLSPOOL_01_152
  Scenario Outline: a message breaks off behind <size> bytes while the client waits <point>, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a client
    When an exchange waits <point>
    And an exchange waits for the first callback
    And the next call of send takes <size> bytes, and the 1 call behind it none
    And the application accepts what exchange 1 is asked, and then the connection takes nothing more, by EPIPE
    Then exchange 1 shall have ended once, with the error EPIPE
    And exchange 2 shall have ended once, with the error EPIPE
    And the client shall keep no descriptor
    And no descriptor shall have been closed twice
    And with the close every request and every flow shall have ended once

    Examples:
      | size | point                                          |
      | 1    | for the application to accept a local identity |
      | 4    | for the application to accept a local identity |
      | 387  | for the application to accept a local identity |
      | 1    | for the application to reconnect               |
      | 4    | for the application to reconnect               |
      | 387  | for the application to reconnect               |

  @SRS_TLSPOOL_01_018
  Scenario Outline: no room for the first message of an exchange, <command>, for <turns> turns, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a client
    When an exchange waits for the first callback
    And the next <turns> calls of send fail with EAGAIN
    And the application requests <command> for another exchange
    Then <function> shall be ok
    And the client shall send 1 message
    And the client shall pass <count> descriptors with the message
    And exchange 2 shall come to <end>
    And exchange 1 shall come to TLSPOOL_FLOW_PROTECTED
    And no descriptor shall have been closed twice
    And with the close every request and every flow shall have ended once

    Examples:
      | command  | function              | count | turns | end                     |
      | PING     | tlspool_flow_ping     | 0     | 1     | TLSPOOL_FLOW_INTRODUCED |
      | PING     | tlspool_flow_ping     | 0     | 5     | TLSPOOL_FLOW_INTRODUCED |
      | STARTTLS | tlspool_flow_starttls | 1     | 1     | TLSPOOL_FLOW_PROTECTED  |
      | STARTTLS | tlspool_flow_starttls | 1     | 5     | TLSPOOL_FLOW_PROTECTED  |

  @SRS_TLSPOOL_01_018
  Scenario Outline: no room while the client waits <point> and the application accepts, for <turns> turns, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a client
    When an exchange waits <point>
    And an exchange waits for the first callback
    And the next <turns> calls of send fail with EAGAIN
    And the application accepts what exchange 1 is asked
    Then tlspool_flow_accept shall be ok
    And the client shall send 1 message
    And the client shall pass <count> descriptors with the message
    And exchange 1 shall come to TLSPOOL_FLOW_PROTECTED
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And no descriptor shall have been closed twice
    And with the close every request and every flow shall have ended once

    Examples:
      | count | turns | point                                          |
      | 0     | 1     | for the application to accept a local identity |
      | 0     | 5     | for the application to accept a local identity |
      | 1     | 1     | for the application to reconnect               |
      | 1     | 5     | for the application to reconnect               |

  @SRS_TLSPOOL_01_018
  Scenario Outline: room for <size> bytes of <command>, and the rest <turns> turns later, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a client
    When an exchange waits for the first callback
    And the next call of send takes <size> bytes, and the <turns> calls behind it none
    And the application requests <command> for another exchange
    Then <function> shall be ok
    And the client shall send 1 message
    And the client shall pass <count> descriptors with the message
    And exchange 2 shall come to <end>
    And exchange 1 shall come to TLSPOOL_FLOW_PROTECTED
    And no descriptor shall have been closed twice
    And with the close every request and every flow shall have ended once

    Examples:
      | command  | function              | count | size | turns | end                     |
      | PING     | tlspool_flow_ping     | 0     | 1    | 0     | TLSPOOL_FLOW_INTRODUCED |
      | PING     | tlspool_flow_ping     | 0     | 1    | 3     | TLSPOOL_FLOW_INTRODUCED |
      | PING     | tlspool_flow_ping     | 0     | 4    | 0     | TLSPOOL_FLOW_INTRODUCED |
      | PING     | tlspool_flow_ping     | 0     | 4    | 3     | TLSPOOL_FLOW_INTRODUCED |
      | PING     | tlspool_flow_ping     | 0     | 387  | 0     | TLSPOOL_FLOW_INTRODUCED |
      | PING     | tlspool_flow_ping     | 0     | 387  | 3     | TLSPOOL_FLOW_INTRODUCED |
      | STARTTLS | tlspool_flow_starttls | 1     | 1    | 0     | TLSPOOL_FLOW_PROTECTED  |
      | STARTTLS | tlspool_flow_starttls | 1     | 1    | 3     | TLSPOOL_FLOW_PROTECTED  |
      | STARTTLS | tlspool_flow_starttls | 1     | 4    | 0     | TLSPOOL_FLOW_PROTECTED  |
      | STARTTLS | tlspool_flow_starttls | 1     | 4    | 3     | TLSPOOL_FLOW_PROTECTED  |
      | STARTTLS | tlspool_flow_starttls | 1     | 387  | 0     | TLSPOOL_FLOW_PROTECTED  |
      | STARTTLS | tlspool_flow_starttls | 1     | 387  | 3     | TLSPOOL_FLOW_PROTECTED  |

  @SRS_TLSPOOL_01_018
  Scenario Outline: room for <size> bytes while the client waits <point> and the application accepts, and the rest <turns> turns later, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a client
    When an exchange waits <point>
    And an exchange waits for the first callback
    And the next call of send takes <size> bytes, and the <turns> calls behind it none
    And the application accepts what exchange 1 is asked
    Then tlspool_flow_accept shall be ok
    And the client shall send 1 message
    And the client shall pass <count> descriptors with the message
    And exchange 1 shall come to TLSPOOL_FLOW_PROTECTED
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And no descriptor shall have been closed twice
    And with the close every request and every flow shall have ended once

    Examples:
      | count | size | turns | point                                          |
      | 0     | 1    | 0     | for the application to accept a local identity |
      | 0     | 1    | 3     | for the application to accept a local identity |
      | 0     | 4    | 0     | for the application to accept a local identity |
      | 0     | 4    | 3     | for the application to accept a local identity |
      | 0     | 387  | 0     | for the application to accept a local identity |
      | 0     | 387  | 3     | for the application to accept a local identity |
      | 1     | 1    | 0     | for the application to reconnect               |
      | 1     | 1    | 3     | for the application to reconnect               |
      | 1     | 4    | 0     | for the application to reconnect               |
      | 1     | 4    | 3     | for the application to reconnect               |
      | 1     | 387  | 0     | for the application to reconnect               |
      | 1     | 387  | 3     | for the application to reconnect               |

  @SRS_TLSPOOL_01_150 @SRS_TLSPOOL_01_152
  Scenario Outline: the application closes the connection while <count> calls of send have no room for <command>, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a client
    When an exchange waits for the first callback
    And the next <count> calls of send fail with EAGAIN
    And the application requests <command> for another exchange
    Then with the close every request and every flow shall have ended once
    And no descriptor shall have been closed twice
    And the client shall keep no descriptor

    Examples:
      | command  | count |
      | PING     | 100   |
      | STARTTLS | 100   |

  @SRS_TLSPOOL_01_143 @SRS_TLSPOOL_01_152
  Scenario Outline: receive fails with <error> while the client waits <point>, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a client
    When an exchange waits <point>
    And an exchange waits for the first callback
    And the next 1 call of receive fails with <error>
    And tlspool_async_process is called
    Then tlspool_async_process shall return _FAILURE_
    And exchange 1 shall have ended once, with the error EPIPE
    And exchange 2 shall have ended once, with the error EPIPE
    And the client shall keep no descriptor
    And no descriptor shall have been closed twice
    And with the close every request and every flow shall have ended once

    Examples:
      | error      | point                                          |
      | ECONNRESET | for the answer to PING                         |
      | ECONNRESET | for the first callback                         |
      | ECONNRESET | for the application to accept a local identity |
      | ECONNRESET | for what follows the local identity            |
      | ECONNRESET | for the application to reconnect               |
      | ECONNRESET | for the end of the handshake                   |
      | EBADF      | for the answer to PING                         |
      | EBADF      | for the first callback                         |
      | EBADF      | for the application to accept a local identity |
      | EBADF      | for what follows the local identity            |
      | EBADF      | for the application to reconnect               |
      | EBADF      | for the end of the handshake                   |

  @SRS_TLSPOOL_01_085 @SRS_TLSPOOL_01_152
  Scenario: no pair can be had when the application accepts, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a client
    When an exchange waits for the application to reconnect
    And an exchange waits for the first callback
    And the next 1 call of pair fails with EMFILE
    And the application accepts what exchange 1 is asked
    Then the client shall keep no descriptor but its connection
    And exchange 2 shall come to TLSPOOL_FLOW_PROTECTED
    And no descriptor shall have been closed twice
    And with the close every request and every flow shall have ended once

  @SRS_TLSPOOL_01_021
  Scenario Outline: accept fails with <error>, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    And the next <count> calls of accept fail with <error>
    When the client sends PING
    Then the TLS Pool shall send PING
    And another client shall be served
    And no descriptor shall have been closed twice

    Examples:
      | error        | count |
      | EMFILE       | 1     |
      | EMFILE       | 3     |
      | ECONNABORTED | 1     |
      | ECONNABORTED | 3     |

  @SRS_TLSPOOL_01_017 @SRS_TLSPOOL_01_021
  Scenario Outline: PING has no room for <turns> turns, or for <size> bytes, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    And the pool has a client
    And the next call of send takes <size> bytes, and the <turns> calls behind it none
    When the client sends PING
    Then the TLS Pool shall send PING
    And another client shall be served

    Examples:
      | size | turns |
      | 1    | 0     |
      | 1    | 3     |
      | 4    | 0     |
      | 4    | 3     |
      | 387  | 0     |
      | 387  | 3     |

  @SRS_TLSPOOL_01_017 @SRS_TLSPOOL_01_021
  Scenario Outline: PING has no room for <turns> turns, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    And the pool has a client
    And the next <turns> calls of send fail with EAGAIN
    When the client sends PING
    Then the TLS Pool shall send PING
    And another client shall be served

    Examples:
      | turns |
      | 1     |
      | 5     |

  @SRS_TLSPOOL_01_016 @SRS_TLSPOOL_01_231
  Scenario Outline: PING fails with <error>, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    And the pool has a client
    And the connection takes nothing more, by <error>
    When the client sends PING
    And the client closes its connection
    Then the TLS Pool shall keep no descriptor but its socket
    And another client shall be served
    And no descriptor shall have been closed twice

    Examples:
      | error      |
      | EPIPE      |
      | ECONNRESET |

  @SRS_TLSPOOL_01_017 @SRS_TLSPOOL_01_047
  Scenario Outline: ERROR has no room for <turns> turns, or for <size> bytes, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    And the pool has a client
    And the next call of send takes <size> bytes, and the <turns> calls behind it none
    When the client sends the command 0x7f
    Then the TLS Pool shall send ERROR
    And another client shall be served

    Examples:
      | size | turns |
      | 1    | 0     |
      | 1    | 3     |
      | 4    | 0     |
      | 4    | 3     |
      | 387  | 0     |
      | 387  | 3     |

  @SRS_TLSPOOL_01_017 @SRS_TLSPOOL_01_047
  Scenario Outline: ERROR has no room for <turns> turns, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    And the pool has a client
    And the next <turns> calls of send fail with EAGAIN
    When the client sends the command 0x7f
    Then the TLS Pool shall send ERROR
    And another client shall be served

    Examples:
      | turns |
      | 1     |
      | 5     |

  @SRS_TLSPOOL_01_016 @SRS_TLSPOOL_01_231
  Scenario Outline: ERROR fails with <error>, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    And the pool has a client
    And the connection takes nothing more, by <error>
    When the client sends the command 0x7f
    And the client closes its connection
    Then the TLS Pool shall keep no descriptor but its socket
    And another client shall be served
    And no descriptor shall have been closed twice

    Examples:
      | error      |
      | EPIPE      |
      | ECONNRESET |

  @SRS_TLSPOOL_01_017 @SRS_TLSPOOL_01_051
  Scenario Outline: STARTTLS_LOCALID has no room for <turns> turns, or for <size> bytes, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    And the pool has a client
    And the next call of send takes <size> bytes, and the <turns> calls behind it none
    When the client sends STARTTLS with the flags 0x10006
    Then the TLS Pool shall send STARTTLS_LOCALID
    And another client shall be served

    Examples:
      | size | turns |
      | 1    | 0     |
      | 1    | 3     |
      | 4    | 0     |
      | 4    | 3     |
      | 387  | 0     |
      | 387  | 3     |

  @SRS_TLSPOOL_01_017 @SRS_TLSPOOL_01_051
  Scenario Outline: STARTTLS_LOCALID has no room for <turns> turns, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    And the pool has a client
    And the next <turns> calls of send fail with EAGAIN
    When the client sends STARTTLS with the flags 0x10006
    Then the TLS Pool shall send STARTTLS_LOCALID
    And another client shall be served

    Examples:
      | turns |
      | 1     |
      | 5     |

  @SRS_TLSPOOL_01_016 @SRS_TLSPOOL_01_231
  Scenario Outline: STARTTLS_LOCALID fails with <error>, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    And the pool has a client
    And the connection takes nothing more, by <error>
    When the client sends STARTTLS with the flags 0x10006
    And the client closes its connection
    Then the TLS Pool shall keep no descriptor but its socket
    And another client shall be served
    And no descriptor shall have been closed twice

    Examples:
      | error      |
      | EPIPE      |
      | ECONNRESET |

  @SRS_TLSPOOL_01_017 @SRS_TLSPOOL_01_050
  Scenario Outline: PLAINTEXT_CONNECT has no room for <turns> turns, or for <size> bytes, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    And the pool has a client
    And the next call of send takes <size> bytes, and the <turns> calls behind it none
    When the client sends STARTTLS with the flags 0x6
    Then the TLS Pool shall send PLAINTEXT_CONNECT
    And another client shall be served

    Examples:
      | size | turns |
      | 1    | 0     |
      | 1    | 3     |
      | 4    | 0     |
      | 4    | 3     |
      | 387  | 0     |
      | 387  | 3     |

  @SRS_TLSPOOL_01_017 @SRS_TLSPOOL_01_050
  Scenario Outline: PLAINTEXT_CONNECT has no room for <turns> turns, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    And the pool has a client
    And the next <turns> calls of send fail with EAGAIN
    When the client sends STARTTLS with the flags 0x6
    Then the TLS Pool shall send PLAINTEXT_CONNECT
    And another client shall be served

    Examples:
      | turns |
      | 1     |
      | 5     |

  @SRS_TLSPOOL_01_016 @SRS_TLSPOOL_01_231
  Scenario Outline: PLAINTEXT_CONNECT fails with <error>, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    And the pool has a client
    And the connection takes nothing more, by <error>
    When the client sends STARTTLS with the flags 0x6
    And the client closes its connection
    Then the TLS Pool shall keep no descriptor but its socket
    And another client shall be served
    And no descriptor shall have been closed twice

    Examples:
      | error      |
      | EPIPE      |
      | ECONNRESET |

  @SRS_TLSPOOL_01_017 @SRS_TLSPOOL_01_056
  Scenario Outline: the last messages of an exchange that <way> have room for <size> bytes, and <turns> turns later for the rest, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    When a client's exchange <way>
    And the next call of send takes <size> bytes, and the <turns> calls behind it none
    And the clients finish exchanges 1
    Then exchange 1 shall have got <messages>
    And exchanges 1 shall each carry its own text

    Examples:
      | way                          | size | turns | messages                                      |
      | waits for its local identity | 1    | 0     | STARTTLS_LOCALID, PLAINTEXT_CONNECT, STARTTLS |
      | waits for its local identity | 4    | 3     | STARTTLS_LOCALID, PLAINTEXT_CONNECT, STARTTLS |
      | waits for its local identity | 387  | 3     | STARTTLS_LOCALID, PLAINTEXT_CONNECT, STARTTLS |
      | waits for its plain text     | 1    | 0     | PLAINTEXT_CONNECT, STARTTLS                   |
      | waits for its plain text     | 4    | 3     | PLAINTEXT_CONNECT, STARTTLS                   |
      | waits for its plain text     | 387  | 3     | PLAINTEXT_CONNECT, STARTTLS                   |

  @SRS_TLSPOOL_01_016 @SRS_TLSPOOL_01_231
  Scenario Outline: the message behind <callback> fails with <error>, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    When a client's exchange <way>
    And the connection takes nothing more, by <error>
    And the client answers its callback <callback>, and passes <count> descriptors
    And the client closes its connection
    Then the TLS Pool shall keep no descriptor but its socket
    And another client shall be served
    And no descriptor shall have been closed twice

    Examples:
      | way                          | callback          | count | error      |
      | waits for its local identity | STARTTLS_LOCALID  | 0     | EPIPE      |
      | waits for its local identity | STARTTLS_LOCALID  | 0     | ECONNRESET |
      | waits for its local identity | STARTTLS_LOCALID  | 1     | EPIPE      |
      | waits for its local identity | STARTTLS_LOCALID  | 1     | ECONNRESET |
      | waits for its plain text     | PLAINTEXT_CONNECT | 1     | EPIPE      |
      | waits for its plain text     | PLAINTEXT_CONNECT | 1     | ECONNRESET |

  @SRS_TLSPOOL_01_016 @SRS_TLSPOOL_01_090
  Scenario Outline: receive fails with <error> while an exchange <way>, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    When a client's exchange <way>
    And another client's exchange waits for its plain text
    And the next 1 call of receive fails with <error>
    And the client sends PING beside it, and passes 0 descriptors
    And the clients finish exchanges 2
    Then exchange 2 shall have got PLAINTEXT_CONNECT, STARTTLS
    And exchanges 2 shall each carry its own text
    When the client of exchange 2 closes its connection
    Then the TLS Pool shall keep no descriptor but its socket
    And another client shall be served
    And no descriptor shall have been closed twice

    Examples:
      | error      | way                          |
      | ECONNRESET | waits for its local identity |
      | ECONNRESET | waits for its plain text     |
      | ECONNRESET | has a peer that is silent    |
      | EBADF      | waits for its local identity |
      | EBADF      | waits for its plain text     |
      | EBADF      | has a peer that is silent    |

  @SRS_TLSPOOL_01_041
  Scenario: no stream can be made of the connection, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    When a client's exchange waits for its plain text
    And the next 1 call of stream fails with EMFILE
    And the client sends STARTTLS beside it, and passes 1 descriptor
    Then it shall be refused once, with the tlserrno E_TLSPOOL_CIPHER_SOCKET_NEEDED
    And all 1 descriptors of it shall be closed
    And the connection of the client shall be of use
    When the clients finish exchanges 1
    Then exchange 1 shall have got PLAINTEXT_CONNECT, STARTTLS
    And exchanges 1 shall each carry its own text
    And no descriptor shall have been closed twice

  @SRS_TLSPOOL_01_058
  Scenario: no stream can be made of the plain text, over a mock underlying IO
    Given a tlspool over a mock underlying IO
    And the adapter is a pool
    When a client's exchange waits for its plain text
    And the next 1 call of stream fails with EMFILE
    And the client answers its callback PLAINTEXT_CONNECT, and passes 1 descriptor
    Then it shall be refused once, with the tlserrno E_TLSPOOL_PLAIN_SOCKET_NEEDED
    And all 2 descriptors of it shall be closed
    And the connection of the client shall be of use
    And no descriptor shall have been closed twice
