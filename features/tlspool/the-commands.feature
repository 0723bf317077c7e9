# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: The commands

  @SRS_TLSPOOL_01_320
  Rule: SRS_TLSPOOL_01_320
    When the application refuses `STARTTLS_LOCALID`, the client shall send `ERROR`. When the TLS Pool sends `ERROR`, the client shall enter `TLSPOOL_FLOW_OVER`. When the client sends the command `0x7f`, the TLS Pool shall send `ERROR`.

    Scenario Outline: over a <underlying> underlying IO, the application refuses STARTTLS_LOCALID
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application refuses STARTTLS_LOCALID
      Then the client shall send ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the TLS Pool sends ERROR
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends ERROR
      Then the client shall enter TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends the command 0x7f
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends the command 0x7f
      Then the TLS Pool shall send ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_321
  Rule: SRS_TLSPOOL_01_321
    When the application requests `PING`, the client shall send `PING`. When the TLS Pool sends `PING`, the client shall enter `TLSPOOL_FLOW_INTRODUCED`. When the client sends `PING`, the TLS Pool shall send `PING`.

    Scenario Outline: over a <underlying> underlying IO, the application requests PING
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests PING
      Then the client shall send PING

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the TLS Pool sends PING
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends PING
      Then the client shall enter TLSPOOL_FLOW_INTRODUCED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends PING
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends PING
      Then the TLS Pool shall send PING

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_322
  Rule: SRS_TLSPOOL_01_322
    When the application requests `STARTTLS`, the client shall send `STARTTLS`. When the TLS Pool sends `STARTTLS`, the client shall enter `TLSPOOL_FLOW_PROTECTED`. When the client answers `PLAINTEXT_CONNECT` with `PLAINTEXT_CONNECT`, the TLS Pool shall send `STARTTLS`.

    Scenario Outline: over a <underlying> underlying IO, the application requests STARTTLS
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS
      Then the client shall send STARTTLS

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the TLS Pool sends STARTTLS
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends STARTTLS
      Then the client shall enter TLSPOOL_FLOW_PROTECTED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client answers PLAINTEXT_CONNECT with PLAINTEXT_CONNECT
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client answers PLAINTEXT_CONNECT with PLAINTEXT_CONNECT
      Then the TLS Pool shall send STARTTLS

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_323
  Rule: SRS_TLSPOOL_01_323
    When the application accepts `STARTTLS_LOCALID`, the client shall send `STARTTLS_LOCALID`. When the TLS Pool sends `STARTTLS_LOCALID`, the client shall enter `TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK`. When the client sends `STARTTLS` with the `flags` `0x10006`, the TLS Pool shall send `STARTTLS_LOCALID`.

    Scenario Outline: over a <underlying> underlying IO, the application accepts STARTTLS_LOCALID
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application accepts STARTTLS_LOCALID
      Then the client shall send STARTTLS_LOCALID

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the TLS Pool sends STARTTLS_LOCALID
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends STARTTLS_LOCALID
      Then the client shall enter TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends STARTTLS with the flags 0x10006
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the flags 0x10006
      Then the TLS Pool shall send STARTTLS_LOCALID

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_324
  Rule: SRS_TLSPOOL_01_324
    When the application accepts `PLAINTEXT_CONNECT`, the client shall send `PLAINTEXT_CONNECT`. When the TLS Pool sends `PLAINTEXT_CONNECT`, the client shall enter `TLSPOOL_FLOW_RECONNECT`. When the client sends `STARTTLS` with the `flags` `0x6`, the TLS Pool shall send `PLAINTEXT_CONNECT`.

    Scenario Outline: over a <underlying> underlying IO, the application accepts PLAINTEXT_CONNECT
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application accepts PLAINTEXT_CONNECT
      Then the client shall send PLAINTEXT_CONNECT

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the TLS Pool sends PLAINTEXT_CONNECT
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends PLAINTEXT_CONNECT
      Then the client shall enter TLSPOOL_FLOW_RECONNECT

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends STARTTLS with the flags 0x6
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the flags 0x6
      Then the TLS Pool shall send PLAINTEXT_CONNECT

      Examples:
        | underlying |
        | mock       |
        | loopback   |
