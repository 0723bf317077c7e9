# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: State Transitions

  @TLSPOOL_FLOW_UNPROTECTED/tlspool_flow_ping
  Rule: TLSPOOL_FLOW_UNPROTECTED/tlspool_flow_ping
    ok, enter TLSPOOL_FLOW_IDENTITY_AND_FEATURES

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_UNPROTECTED
      When tlspool_flow_ping is called
      Then tlspool_flow_ping shall be ok
      And the client shall enter TLSPOOL_FLOW_IDENTITY_AND_FEATURES

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_UNPROTECTED/tlspool_flow_starttls
  Rule: TLSPOOL_FLOW_UNPROTECTED/tlspool_flow_starttls
    ok, enter TLSPOOL_FLOW_HANDSHAKE

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_UNPROTECTED
      When tlspool_flow_starttls is called
      Then tlspool_flow_starttls shall be ok
      And the client shall enter TLSPOOL_FLOW_HANDSHAKE

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_UNPROTECTED/tlspool_flow_accept
  Rule: TLSPOOL_FLOW_UNPROTECTED/tlspool_flow_accept
    fail, remain in TLSPOOL_FLOW_UNPROTECTED

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_UNPROTECTED
      When tlspool_flow_accept is called
      Then tlspool_flow_accept shall fail
      And the client shall remain in TLSPOOL_FLOW_UNPROTECTED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_UNPROTECTED/tlspool_flow_refuse
  Rule: TLSPOOL_FLOW_UNPROTECTED/tlspool_flow_refuse
    fail, remain in TLSPOOL_FLOW_UNPROTECTED

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_UNPROTECTED
      When tlspool_flow_refuse is called
      Then tlspool_flow_refuse shall fail
      And the client shall remain in TLSPOOL_FLOW_UNPROTECTED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_IDENTITY_AND_FEATURES/PING
  Rule: TLSPOOL_FLOW_IDENTITY_AND_FEATURES/PING
    enter TLSPOOL_FLOW_INTRODUCED

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_IDENTITY_AND_FEATURES
      When the TLS Pool sends PING
      Then the client shall enter TLSPOOL_FLOW_INTRODUCED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_IDENTITY_AND_FEATURES/ERROR
  Rule: TLSPOOL_FLOW_IDENTITY_AND_FEATURES/ERROR
    enter TLSPOOL_FLOW_OVER

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_IDENTITY_AND_FEATURES
      When the TLS Pool sends ERROR
      Then the client shall enter TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_IDENTITY_AND_FEATURES/disconnection
  Rule: TLSPOOL_FLOW_IDENTITY_AND_FEATURES/disconnection
    enter TLSPOOL_FLOW_OVER

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_IDENTITY_AND_FEATURES
      When the TLS Pool closes the connection
      Then the client shall enter TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_IDENTITY_AND_FEATURES/tlspool_flow_ping
  Rule: TLSPOOL_FLOW_IDENTITY_AND_FEATURES/tlspool_flow_ping
    fail, remain in TLSPOOL_FLOW_IDENTITY_AND_FEATURES

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_IDENTITY_AND_FEATURES
      When tlspool_flow_ping is called
      Then tlspool_flow_ping shall fail
      And the client shall remain in TLSPOOL_FLOW_IDENTITY_AND_FEATURES

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_IDENTITY_AND_FEATURES/tlspool_flow_starttls
  Rule: TLSPOOL_FLOW_IDENTITY_AND_FEATURES/tlspool_flow_starttls
    fail, remain in TLSPOOL_FLOW_IDENTITY_AND_FEATURES

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_IDENTITY_AND_FEATURES
      When tlspool_flow_starttls is called
      Then tlspool_flow_starttls shall fail
      And the client shall remain in TLSPOOL_FLOW_IDENTITY_AND_FEATURES

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_INTRODUCED/tlspool_flow_starttls
  Rule: TLSPOOL_FLOW_INTRODUCED/tlspool_flow_starttls
    ok, enter TLSPOOL_FLOW_HANDSHAKE

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_INTRODUCED
      When tlspool_flow_starttls is called
      Then tlspool_flow_starttls shall be ok
      And the client shall enter TLSPOOL_FLOW_HANDSHAKE

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_INTRODUCED/tlspool_flow_ping
  Rule: TLSPOOL_FLOW_INTRODUCED/tlspool_flow_ping
    fail, remain in TLSPOOL_FLOW_INTRODUCED

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_INTRODUCED
      When tlspool_flow_ping is called
      Then tlspool_flow_ping shall fail
      And the client shall remain in TLSPOOL_FLOW_INTRODUCED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_HANDSHAKE/STARTTLS_LOCALID
  Rule: TLSPOOL_FLOW_HANDSHAKE/STARTTLS_LOCALID
    enter TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_HANDSHAKE
      When the TLS Pool sends STARTTLS_LOCALID
      Then the client shall enter TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_HANDSHAKE/PLAINTEXT_CONNECT
  Rule: TLSPOOL_FLOW_HANDSHAKE/PLAINTEXT_CONNECT
    enter TLSPOOL_FLOW_RECONNECT

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_HANDSHAKE
      When the TLS Pool sends PLAINTEXT_CONNECT
      Then the client shall enter TLSPOOL_FLOW_RECONNECT

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_HANDSHAKE/STARTTLS
  Rule: TLSPOOL_FLOW_HANDSHAKE/STARTTLS
    enter TLSPOOL_FLOW_PROTECTED

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_HANDSHAKE
      When the TLS Pool sends STARTTLS
      Then the client shall enter TLSPOOL_FLOW_PROTECTED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_HANDSHAKE/ERROR
  Rule: TLSPOOL_FLOW_HANDSHAKE/ERROR
    enter TLSPOOL_FLOW_OVER

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_HANDSHAKE
      When the TLS Pool sends ERROR
      Then the client shall enter TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_HANDSHAKE/disconnection
  Rule: TLSPOOL_FLOW_HANDSHAKE/disconnection
    enter TLSPOOL_FLOW_OVER

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_HANDSHAKE
      When the TLS Pool closes the connection
      Then the client shall enter TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_HANDSHAKE/tlspool_flow_starttls
  Rule: TLSPOOL_FLOW_HANDSHAKE/tlspool_flow_starttls
    fail, remain in TLSPOOL_FLOW_HANDSHAKE

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_HANDSHAKE
      When tlspool_flow_starttls is called
      Then tlspool_flow_starttls shall fail
      And the client shall remain in TLSPOOL_FLOW_HANDSHAKE

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_HANDSHAKE/tlspool_flow_accept
  Rule: TLSPOOL_FLOW_HANDSHAKE/tlspool_flow_accept
    fail, remain in TLSPOOL_FLOW_HANDSHAKE

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_HANDSHAKE
      When tlspool_flow_accept is called
      Then tlspool_flow_accept shall fail
      And the client shall remain in TLSPOOL_FLOW_HANDSHAKE

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK/tlspool_flow_accept
  Rule: TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK/tlspool_flow_accept
    ok, enter TLSPOOL_FLOW_HANDSHAKE

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK
      When tlspool_flow_accept is called
      Then tlspool_flow_accept shall be ok
      And the client shall enter TLSPOOL_FLOW_HANDSHAKE

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK/tlspool_flow_refuse
  Rule: TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK/tlspool_flow_refuse
    ok, enter TLSPOOL_FLOW_HANDSHAKE

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK
      When tlspool_flow_refuse is called
      Then tlspool_flow_refuse shall be ok
      And the client shall enter TLSPOOL_FLOW_HANDSHAKE

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK/ERROR
  Rule: TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK/ERROR
    enter TLSPOOL_FLOW_OVER

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK
      When the TLS Pool sends ERROR
      Then the client shall enter TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK/disconnection
  Rule: TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK/disconnection
    enter TLSPOOL_FLOW_OVER

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK
      When the TLS Pool closes the connection
      Then the client shall enter TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_RECONNECT/tlspool_flow_accept
  Rule: TLSPOOL_FLOW_RECONNECT/tlspool_flow_accept
    ok, enter TLSPOOL_FLOW_HANDSHAKE

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_RECONNECT
      When tlspool_flow_accept is called
      Then tlspool_flow_accept shall be ok
      And the client shall enter TLSPOOL_FLOW_HANDSHAKE

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_RECONNECT/tlspool_flow_refuse
  Rule: TLSPOOL_FLOW_RECONNECT/tlspool_flow_refuse
    ok, enter TLSPOOL_FLOW_HANDSHAKE

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_RECONNECT
      When tlspool_flow_refuse is called
      Then tlspool_flow_refuse shall be ok
      And the client shall enter TLSPOOL_FLOW_HANDSHAKE

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_RECONNECT/ERROR
  Rule: TLSPOOL_FLOW_RECONNECT/ERROR
    enter TLSPOOL_FLOW_OVER

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_RECONNECT
      When the TLS Pool sends ERROR
      Then the client shall enter TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_RECONNECT/disconnection
  Rule: TLSPOOL_FLOW_RECONNECT/disconnection
    enter TLSPOOL_FLOW_OVER

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_RECONNECT
      When the TLS Pool closes the connection
      Then the client shall enter TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_PROTECTED/tlspool_flow_starttls
  Rule: TLSPOOL_FLOW_PROTECTED/tlspool_flow_starttls
    fail, remain in TLSPOOL_FLOW_PROTECTED

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_PROTECTED
      When tlspool_flow_starttls is called
      Then tlspool_flow_starttls shall fail
      And the client shall remain in TLSPOOL_FLOW_PROTECTED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_PROTECTED/disconnection
  Rule: TLSPOOL_FLOW_PROTECTED/disconnection
    remain in TLSPOOL_FLOW_PROTECTED

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_PROTECTED
      When the TLS Pool closes the connection
      Then the client shall remain in TLSPOOL_FLOW_PROTECTED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_OVER/tlspool_flow_ping
  Rule: TLSPOOL_FLOW_OVER/tlspool_flow_ping
    fail, remain in TLSPOOL_FLOW_OVER

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_OVER
      When tlspool_flow_ping is called
      Then tlspool_flow_ping shall fail
      And the client shall remain in TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @TLSPOOL_FLOW_OVER/tlspool_flow_starttls
  Rule: TLSPOOL_FLOW_OVER/tlspool_flow_starttls
    fail, remain in TLSPOOL_FLOW_OVER

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      And the client is in TLSPOOL_FLOW_OVER
      When tlspool_flow_starttls is called
      Then tlspool_flow_starttls shall fail
      And the client shall remain in TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |
