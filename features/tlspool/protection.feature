# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: Protection

  @SRS_TLSPOOL_01_100
  Rule: SRS_TLSPOOL_01_100
    When the application writes `100000` bytes to its descriptor, the TLS Pool shall carry `100000` bytes to the peer.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the application writes 100000 bytes to its descriptor
      Then the TLS Pool shall carry 100000 bytes to the peer

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_101
  Rule: SRS_TLSPOOL_01_101
    When the peer writes `100000` bytes, the TLS Pool shall carry `100000` bytes to the application.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the peer writes 100000 bytes
      Then the TLS Pool shall carry 100000 bytes to the application

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_102
  Rule: SRS_TLSPOOL_01_102
    When the application writes `100000` bytes to its descriptor, the TLS Pool shall show `0` of the bytes in plain view on the network.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the application writes 100000 bytes to its descriptor
      Then the TLS Pool shall show 0 of the bytes in plain view on the network

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_103
  Rule: SRS_TLSPOOL_01_103
    When the application closes its descriptor, the TLS Pool shall close the connection to the peer.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the application closes its descriptor
      Then the TLS Pool shall close the connection to the peer

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_104
  Rule: SRS_TLSPOOL_01_104
    When the peer closes the connection, the TLS Pool shall close the descriptor of the application.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the peer closes the connection
      Then the TLS Pool shall close the descriptor of the application

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_105
  Rule: SRS_TLSPOOL_01_105
    When the client closes the connection after the handshake, the TLS Pool shall close the connection to the peer.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client closes the connection after the handshake
      Then the TLS Pool shall close the connection to the peer

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_106
  Rule: SRS_TLSPOOL_01_106
    When the TLS Pool sends `STARTTLS`, the client shall report `1` descriptor that carries plain text.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends STARTTLS
      Then the client shall report 1 descriptor that carries plain text

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_107
  Rule: SRS_TLSPOOL_01_107
    When the client closes the connection after a handshake with the `flags` `0x4006`, the TLS Pool shall carry `1000` bytes to the peer.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client closes the connection after a handshake with the flags 0x4006
      Then the TLS Pool shall carry 1000 bytes to the peer

      Examples:
        | underlying |
        | mock       |
        | loopback   |
