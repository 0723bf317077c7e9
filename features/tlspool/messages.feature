# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: Messages

  @SRS_TLSPOOL_01_001
  Rule: SRS_TLSPOOL_01_001
    When the application requests `PING`, the client shall send `388` bytes in `1` write.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests PING
      Then the client shall send 388 bytes in 1 write

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_002
  Rule: SRS_TLSPOOL_01_002
    When the client sends `PING`, the TLS Pool shall send `388` bytes in `1` write.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends PING
      Then the TLS Pool shall send 388 bytes in 1 write

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_003
  Rule: SRS_TLSPOOL_01_003
    When the application requests `PING`, the client shall send the `32`-bit number `0x10` at offset `4`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests PING
      Then the client shall send the 32-bit number 0x10 at offset 4

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_004
  Rule: SRS_TLSPOOL_01_004
    When the application requests `STARTTLS`, the client shall send the `32`-bit number `0x24` at offset `4`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS
      Then the client shall send the 32-bit number 0x24 at offset 4

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_005
  Rule: SRS_TLSPOOL_01_005
    When the application accepts `STARTTLS_LOCALID`, the client shall send the `32`-bit number `0x28` at offset `4`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application accepts STARTTLS_LOCALID
      Then the client shall send the 32-bit number 0x28 at offset 4

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_006
  Rule: SRS_TLSPOOL_01_006
    When the application accepts `PLAINTEXT_CONNECT`, the client shall send the `32`-bit number `0x2a` at offset `4`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application accepts PLAINTEXT_CONNECT
      Then the client shall send the 32-bit number 0x2a at offset 4

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_007
  Rule: SRS_TLSPOOL_01_007
    When the application refuses `STARTTLS_LOCALID`, the client shall send the `32`-bit number `1` at offset `4`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application refuses STARTTLS_LOCALID
      Then the client shall send the 32-bit number 1 at offset 4

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_008
  Rule: SRS_TLSPOOL_01_008
    When the application requests `PING`, the client shall send the bytes from `148` to `387` as `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests PING
      Then the client shall send the bytes from 148 to 387 as 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_009
  Rule: SRS_TLSPOOL_01_009
    When the application requests `STARTTLS`, the client shall send the bytes from `312` to `387` as `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS
      Then the client shall send the bytes from 312 to 387 as 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_010
  Rule: SRS_TLSPOOL_01_010
    When the client sends `PING`, the TLS Pool shall send the bytes from `148` to `387` as `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends PING
      Then the TLS Pool shall send the bytes from 148 to 387 as 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_011
  Rule: SRS_TLSPOOL_01_011
    When the TLS Pool sends the answers to `2` requests in `1` write, the client shall deliver `2` messages.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends the answers to 2 requests in 1 write
      Then the client shall deliver 2 messages

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_012
  Rule: SRS_TLSPOOL_01_012
    When the TLS Pool sends an answer in writes of `1` byte, the client shall deliver `1` message.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends an answer in writes of 1 byte
      Then the client shall deliver 1 message

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_013
  Rule: SRS_TLSPOOL_01_013
    When the TLS Pool sends `387` bytes of an answer, the client shall deliver `0` messages.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends 387 bytes of an answer
      Then the client shall deliver 0 messages

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_014
  Rule: SRS_TLSPOOL_01_014
    When the client sends `2` requests in `1` write, the TLS Pool shall send `2` messages.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends 2 requests in 1 write
      Then the TLS Pool shall send 2 messages

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_015
  Rule: SRS_TLSPOOL_01_015
    When the client sends a request in writes of `1` byte, the TLS Pool shall send `1` message.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends a request in writes of 1 byte
      Then the TLS Pool shall send 1 message

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_016
  Rule: SRS_TLSPOOL_01_016
    When the client closes the connection after `387` bytes of a request, the TLS Pool shall send `0` messages and close the connection.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client closes the connection after 387 bytes of a request
      Then the TLS Pool shall send 0 messages
      And the TLS Pool shall close the connection

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_017
  Rule: SRS_TLSPOOL_01_017
    When the client sends `1000` requests before it reads an answer, the TLS Pool shall send `1000` messages.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends 1000 requests before it reads an answer
      Then the TLS Pool shall send 1000 messages

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_018
  Rule: SRS_TLSPOOL_01_018
    When the application makes `1000` requests before the pool reads one, the client shall send `1000` messages.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application makes 1000 requests before the pool reads one
      Then the client shall send 1000 messages

      Examples:
        | underlying |
        | mock       |
        | loopback   |
