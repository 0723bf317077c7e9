@tlspool
Feature: tlspool in depth: what the pool refuses
  It says so once, closes what came with it, and goes on with all else.

  @SRS_TLSPOOL_01_047
  Scenario Outline: the command <command> with <count> descriptors, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When a client's exchange waits for its plain text
    And the client sends <command> beside it, and passes <count> descriptors
    Then it shall be refused once, with the tlserrno <error>
    And all <count> descriptors of it shall be closed
    And the connection of the client shall be of use
    When the clients finish exchanges 1
    Then exchange 1 shall have got PLAINTEXT_CONNECT, STARTTLS
    And exchanges 1 shall each carry its own text

    Examples:
      | underlying | command    | count | error                     |
      | mock       | 0x0        | 0     | E_TLSPOOL_COMMAND_UNKNOWN |
      | mock       | 0x1        | 0     | E_TLSPOOL_COMMAND_UNKNOWN |
      | mock       | 0x7f       | 1     | E_TLSPOOL_COMMAND_UNKNOWN |
      | mock       | 0x2a       | 1     | E_TLSPOOL_COMMAND_UNKNOWN |
      | mock       | 0xffffffff | 2     | E_TLSPOOL_COMMAND_UNKNOWN |
      | mock       | 0x2b       | 1     | E_TLSPOOL_COMMAND_NOTIMPL |
      | loopback   | 0x0        | 0     | E_TLSPOOL_COMMAND_UNKNOWN |
      | loopback   | 0x1        | 0     | E_TLSPOOL_COMMAND_UNKNOWN |
      | loopback   | 0x7f       | 1     | E_TLSPOOL_COMMAND_UNKNOWN |
      | loopback   | 0x2a       | 1     | E_TLSPOOL_COMMAND_UNKNOWN |
      | loopback   | 0xffffffff | 2     | E_TLSPOOL_COMMAND_UNKNOWN |
      | loopback   | 0x2b       | 1     | E_TLSPOOL_COMMAND_NOTIMPL |

  @SRS_TLSPOOL_01_041
  Scenario Outline: STARTTLS without a descriptor, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When a client's exchange waits for its plain text
    And the client sends STARTTLS beside it, and passes 0 descriptors
    Then it shall be refused once, with the tlserrno E_TLSPOOL_CIPHER_SOCKET_NEEDED
    And all 0 descriptors of it shall be closed
    And the connection of the client shall be of use
    When the clients finish exchanges 1
    Then exchange 1 shall have got PLAINTEXT_CONNECT, STARTTLS
    And exchanges 1 shall each carry its own text

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSPOOL_01_042 @SRS_TLSPOOL_01_043 @SRS_TLSPOOL_01_044
  Scenario Outline: <command> with the flags <flags> and <count> descriptors, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When a client's exchange waits for its plain text
    And the client sends <command> with the flags <flags> beside it, and passes <count> descriptors
    Then it shall be refused once, with the tlserrno E_TLSPOOL_SUPERFLUOUS_SOCKET
    And all <count> descriptors of it shall be closed
    And the connection of the client shall be of use
    When the clients finish exchanges 1
    Then exchange 1 shall have got PLAINTEXT_CONNECT, STARTTLS
    And exchanges 1 shall each carry its own text

    Examples:
      | underlying | command  | flags   | count |
      | mock       | PING     | 0x0     | 1     |
      | mock       | PING     | 0x0     | 3     |
      | mock       | STARTTLS | 0x6     | 2     |
      | mock       | STARTTLS | 0x6     | 8     |
      | mock       | STARTTLS | 0x20006 | 1     |
      | mock       | STARTTLS | 0x20006 | 2     |
      | loopback   | PING     | 0x0     | 1     |
      | loopback   | PING     | 0x0     | 3     |
      | loopback   | STARTTLS | 0x6     | 2     |
      | loopback   | STARTTLS | 0x6     | 8     |
      | loopback   | STARTTLS | 0x20006 | 1     |
      | loopback   | STARTTLS | 0x20006 | 2     |

  @SRS_TLSPOOL_01_045
  Scenario Outline: STARTTLS with the flags <flags>, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When a client's exchange waits for its plain text
    And the client sends STARTTLS with the flags <flags> beside it, and passes 1 descriptor
    Then it shall be refused once, with the tlserrno E_TLSPOOL_COMMAND_NOTIMPL
    And all 1 descriptors of it shall be closed
    And the connection of the client shall be of use
    When the clients finish exchanges 1
    Then exchange 1 shall have got PLAINTEXT_CONNECT, STARTTLS
    And exchanges 1 shall each carry its own text

    Examples:
      | underlying | flags |
      | mock       | 0x0   |
      | mock       | 0x5   |
      | mock       | 0xa   |
      | mock       | 0x106 |
      | loopback   | 0x0   |
      | loopback   | 0x5   |
      | loopback   | 0xa   |
      | loopback   | 0x106 |

  @SRS_TLSPOOL_01_060
  Scenario Outline: a callback is answered by another client with <count> descriptors, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When a client's exchange waits for its plain text
    And another client answers its callback, and passes <count> descriptors
    Then it shall be refused once, with the tlserrno E_TLSPOOL_COMMAND_UNKNOWN
    And all <count> descriptors of it shall be closed
    And the connection of the client shall be of use
    When the clients finish exchanges 1
    Then exchange 1 shall have got PLAINTEXT_CONNECT, STARTTLS
    And exchanges 1 shall each carry its own text

    Examples:
      | underlying | count |
      | mock       | 0     |
      | mock       | 1     |
      | loopback   | 0     |
      | loopback   | 1     |

  @SRS_TLSPOOL_01_059
  Scenario Outline: a callback is answered twice, with <count> descriptors the second time, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When a client's exchange waits for its plain text
    And the clients finish exchanges 1
    And the client answers a callback that has been answered, and passes <count> descriptors
    Then it shall be refused once, with the tlserrno E_TLSPOOL_COMMAND_UNKNOWN
    And all <count> descriptors of it shall be closed
    And the connection of the client shall be of use
    And exchange 1 shall have got PLAINTEXT_CONNECT, STARTTLS
    And exchanges 1 shall each carry its own text

    Examples:
      | underlying | count |
      | mock       | 0     |
      | mock       | 1     |
      | loopback   | 0     |
      | loopback   | 1     |

  @SRS_TLSPOOL_01_058
  Scenario Outline: PLAINTEXT_CONNECT is answered without a descriptor, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When a client's exchange waits for its plain text
    And the client answers its callback PLAINTEXT_CONNECT, and passes 0 descriptors
    Then it shall be refused once, with the tlserrno E_TLSPOOL_PLAIN_SOCKET_NEEDED
    And all 1 descriptors of it shall be closed
    And the connection of the client shall be of use

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSPOOL_01_072
  Scenario Outline: PLAINTEXT_CONNECT is answered with <count> descriptors, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When a client's exchange waits for its plain text
    And the client answers its callback PLAINTEXT_CONNECT, and passes <count> descriptors
    Then it shall be refused once, with the tlserrno E_TLSPOOL_SUPERFLUOUS_SOCKET
    And all <closed> descriptors of it shall be closed
    And the connection of the client shall be of use

    Examples:
      | underlying | count | closed |
      | mock       | 2     | 3      |
      | mock       | 8     | 9      |
      | loopback   | 2     | 3      |
      | loopback   | 8     | 9      |

  @SRS_TLSPOOL_01_072 @SRS_TLSPOOL_01_054
  Scenario Outline: STARTTLS_LOCALID is answered with 2 descriptors, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When a client's exchange waits for its local identity
    And the client answers its callback STARTTLS_LOCALID, and passes 2 descriptors
    Then it shall be refused once, with the tlserrno E_TLSPOOL_SUPERFLUOUS_SOCKET
    And all 3 descriptors of it shall be closed
    And the connection of the client shall be of use

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSPOOL_01_016
  Scenario Outline: <size> bytes of a <command> with <count> descriptors, and the client goes, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When a client's exchange waits for its plain text
    And another client sends <size> bytes of a <command> with <count> descriptors, and closes its connection
    Then all <count> descriptors of it shall be closed
    And the connection of the client shall be of use
    When the clients finish exchanges 1
    Then exchange 1 shall have got PLAINTEXT_CONNECT, STARTTLS
    And exchanges 1 shall each carry its own text

    Examples:
      | underlying | size | command  | count |
      | mock       | 1    | STARTTLS | 1     |
      | mock       | 8    | STARTTLS | 1     |
      | mock       | 387  | STARTTLS | 2     |
      | mock       | 387  | STARTTLS | 1     |
      | mock       | 4    | PING     | 1     |
      | loopback   | 1    | STARTTLS | 1     |
      | loopback   | 8    | STARTTLS | 1     |
      | loopback   | 387  | STARTTLS | 2     |
      | loopback   | 387  | STARTTLS | 1     |
      | loopback   | 4    | PING     | 1     |

  @SRS_TLSPOOL_01_041
  Scenario Outline: STARTTLS with a descriptor that is no socket, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When a client's exchange waits for its plain text
    And the client sends STARTTLS beside it, and passes a descriptor that is no socket
    Then it shall be refused once, with the tlserrno E_TLSPOOL_CIPHER_SOCKET_NEEDED
    And the connection of the client shall be of use
    When the clients finish exchanges 1
    Then exchange 1 shall have got PLAINTEXT_CONNECT, STARTTLS
    And exchanges 1 shall each carry its own text

    Examples:
      | underlying |
      | loopback   |

  @SRS_TLSPOOL_01_058
  Scenario Outline: PLAINTEXT_CONNECT is answered with a descriptor that is no socket, over a <underlying> underlying IO
    Given a tlspool over a <underlying> underlying IO
    And the adapter is a pool
    When a client's exchange waits for its plain text
    And the client answers its callback, and passes a descriptor that is no socket
    Then it shall be refused once, with the tlserrno E_TLSPOOL_PLAIN_SOCKET_NEEDED
    And all 1 descriptors of it shall be closed
    And the connection of the client shall be of use

    Examples:
      | underlying |
      | loopback   |
